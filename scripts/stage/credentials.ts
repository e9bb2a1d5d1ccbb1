import type { Sandbox } from '../../sandbox';
import { type Credential, saveCredential } from '../n8n/credentials';
import type { N8nRequest } from '../n8n/session';

/** A credential of n8n for each credential type, by the type's name. */
export type Credentials = ReadonlyMap<string, Credential>;

/** Creates, or brings up to date, what the nodes need to reach the sandbox. */
export async function saveSandboxCredentials(
	request: N8nRequest,
	{ edumalls, elryan, vanillaEshop, dispatch, printXpand, mail }: Sandbox,
): Promise<Credentials> {
	const wanted = [
		{
			name: 'Edumalls sandbox',
			type: 'edumallsApi',
			data: { environment: 'custom', baseUrl: edumalls.url, ...edumalls.account },
		},
		{
			name: 'Edumalls sandbox webhook',
			type: 'edumallsWebhookApi',
			data: { signingSecret: edumalls.webhookSecret },
		},
		{ name: 'Elryan sandbox', type: 'elryanApi', data: elryanLogin(elryan) },
		{
			name: 'VanillaEshop sandbox',
			type: 'vanillaEshopApi',
			data: { baseUrl: vanillaEshop.url, authentication: 'none' },
		},
		{
			name: 'Dispatch sandbox',
			type: 'cargoPilotDispatchApi',
			data: { baseUrl: dispatch.url, apiToken: dispatch.account.apiToken },
		},
		{
			name: 'Dispatch sandbox store',
			type: 'cargoPilotDispatchProviderApi',
			data: { ...dispatch.account.store },
		},
		{ name: 'PrintXpand sandbox', type: 'printXpandApi', data: printXpandKeys(printXpand) },
		{
			name: 'PrintXpand sandbox webhook',
			type: 'printXpandWebhookApi',
			data: { secret: designerSecret },
		},
		{
			name: 'Mail sandbox',
			type: 'smtp',
			data: { host: mail.host, port: mail.port, secure: false, disableStartTls: true },
		},
	];
	const saved = new Map<string, Credential>();
	for (const credential of wanted) {
		saved.set(credential.type, await saveCredential(request, credential));
	}
	return saved;
}

/** The data of a credential that logs in to the sandbox's Elryan. */
export function elryanLogin({ url, account }: Sandbox['elryan']) {
	return {
		environment: 'custom',
		baseUrl: url,
		authentication: 'emailPassword',
		email: account.email,
		password: account.password,
		loginPath: '/users/token',
	};
}

/** The data of a credential with the keys of the sandbox's PrintXpand. */
export function printXpandKeys({ url, account }: Sandbox['printXpand']) {
	return { baseUrl: url, ...account, signatureMethod: 'HMAC-SHA256' };
}

/** What calls of the sandbox's product designer carry. */
export const designerSecret = 'designer-sandbox-secret';
