import type { ICredentialType, INodeType } from 'n8n-workflow';
import { CargoPilotDispatchApi } from '../credentials/CargoPilotDispatchApi.credentials';
import { CargoPilotDispatchProviderApi } from '../credentials/CargoPilotDispatchProviderApi.credentials';
import { EdumallsApi } from '../credentials/EdumallsApi.credentials';
import { EdumallsWebhookApi } from '../credentials/EdumallsWebhookApi.credentials';
import { ElryanApi } from '../credentials/ElryanApi.credentials';
import { PrintXpandApi } from '../credentials/PrintXpandApi.credentials';
import { PrintXpandWebhookApi } from '../credentials/PrintXpandWebhookApi.credentials';
import { VanillaEshopApi } from '../credentials/VanillaEshopApi.credentials';
import { dispatch, edumalls, elryan, printXpand, vanillaEshop } from '../index';
import { Dispatch } from '../nodes/Dispatch/Dispatch.node';
import { DispatchTrigger } from '../nodes/Dispatch/DispatchTrigger.node';
import { Edumalls } from '../nodes/Edumalls/Edumalls.node';
import { EdumallsTrigger } from '../nodes/Edumalls/EdumallsTrigger.node';
import { Elryan } from '../nodes/Elryan/Elryan.node';
import { ElryanTrigger } from '../nodes/Elryan/ElryanTrigger.node';
import { PrintXpand } from '../nodes/PrintXpand/PrintXpand.node';
import { PrintXpandTrigger } from '../nodes/PrintXpand/PrintXpandTrigger.node';
import { VanillaEshop } from '../nodes/VanillaEshop/VanillaEshop.node';
import type { Marketplace } from '../nodes/shared/operation';
import type { CredentialStore } from './engine/credentialsHelper';

/** One service with all that a test needs of it. */
export interface Service {
	/** The folder under `nodes` and `test/fixtures`. */
	folder: string;
	marketplace: Marketplace;
	node: new () => INodeType;
	triggers: Array<new () => INodeType>;
	credentialTypes: Array<new () => ICredentialType>;
	credentials: CredentialStore;
	baseUrl: string;
	/** What the header of a call with these credentials looks like. */
	authorization: RegExp;
	/** The OpenAPI document. */
	spec: string;
}

const BEARER = /^Bearer token-1$/;

/** All services. A new one is one entry here. */
export const services: Service[] = [
	{
		folder: 'Dispatch',
		marketplace: dispatch,
		node: Dispatch,
		triggers: [DispatchTrigger],
		credentialTypes: [CargoPilotDispatchApi, CargoPilotDispatchProviderApi],
		credentials: {
			cargoPilotDispatchApi: { baseUrl: 'https://dispatch.example', apiToken: 'token-1' },
			cargoPilotDispatchProviderApi: {
				apiKey: 'key of the store',
				apiSecret: 'secret of the store',
				storeUrl: 'https://store.example',
			},
		},
		baseUrl: 'https://dispatch.example',
		authorization: BEARER,
		spec: 'specs/dispatch.openapi.yaml',
	},
	{
		folder: 'Edumalls',
		marketplace: edumalls,
		node: Edumalls,
		triggers: [EdumallsTrigger],
		credentialTypes: [EdumallsApi, EdumallsWebhookApi],
		credentials: {
			edumallsApi: {
				environment: 'custom',
				baseUrl: 'https://edumalls.example',
				username: 'seller@edumalls.example',
				password: 'secret',
				sessionToken: 'token-1',
			},
			edumallsWebhookApi: { signingSecret: 'a signing secret of the tests' },
		},
		baseUrl: 'https://edumalls.example',
		authorization: BEARER,
		spec: 'specs/edumalls.openapi.yaml',
	},
	{
		folder: 'Elryan',
		marketplace: elryan,
		node: Elryan,
		triggers: [ElryanTrigger],
		credentialTypes: [ElryanApi],
		credentials: {
			elryanApi: {
				environment: 'custom',
				baseUrl: 'https://elryan.example/api',
				authentication: 'apiToken',
				apiToken: 'token-1',
			},
		},
		baseUrl: 'https://elryan.example/api',
		authorization: BEARER,
		spec: 'specs/elryan.openapi.yaml',
	},
	{
		folder: 'PrintXpand',
		marketplace: printXpand,
		node: PrintXpand,
		triggers: [PrintXpandTrigger],
		credentialTypes: [PrintXpandApi, PrintXpandWebhookApi],
		credentials: {
			printXpandApi: {
				baseUrl: 'https://printxpand.example',
				consumerKey: 'ck000000000000000000000000000001',
				consumerSecret: 'cs000000000000000000000000000001',
				accessToken: 'at000000000000000000000000000001',
				accessTokenSecret: 'as000000000000000000000000000001',
				keysCheckedAt: '2024-01-01T00:00:00.000Z',
			},
			printXpandWebhookApi: { secret: 'a secret of the tests' },
		},
		baseUrl: 'https://printxpand.example',
		authorization: /^OAuth (?=.*oauth_nonce="\w{32}").*oauth_signature="[^"]{40,}"$/,
		spec: 'specs/printxpand.openapi.yaml',
	},
	{
		folder: 'VanillaEshop',
		marketplace: vanillaEshop,
		node: VanillaEshop,
		triggers: [],
		credentialTypes: [VanillaEshopApi],
		credentials: {
			vanillaEshopApi: {
				baseUrl: 'https://vanillaeshop.example',
				authentication: 'bearer',
				bearerToken: 'token-1',
			},
		},
		baseUrl: 'https://vanillaeshop.example',
		authorization: BEARER,
		spec: 'specs/vanillaeshop.openapi.yaml',
	},
];
