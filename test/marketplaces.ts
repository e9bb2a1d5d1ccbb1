import type { ICredentialType, INodeType } from 'n8n-workflow';
import { EdumallsApi } from '../credentials/EdumallsApi.credentials';
import { EdumallsWebhookApi } from '../credentials/EdumallsWebhookApi.credentials';
import { ElryanApi } from '../credentials/ElryanApi.credentials';
import { edumalls, elryan } from '../index';
import { Edumalls } from '../nodes/Edumalls/Edumalls.node';
import { EdumallsTrigger } from '../nodes/Edumalls/EdumallsTrigger.node';
import { Elryan } from '../nodes/Elryan/Elryan.node';
import { ElryanTrigger } from '../nodes/Elryan/ElryanTrigger.node';
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
	/** The OpenAPI document. */
	spec: string;
}

/** All services. A new one is one entry here. */
export const services: Service[] = [
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
		spec: 'specs/elryan.openapi.yaml',
	},
];
