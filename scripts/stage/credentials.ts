import type { Sandbox } from '../../sandbox';
import { type Credential, saveCredential } from '../n8n/credentials';
import type { N8nRequest } from '../n8n/session';

/** A credential of n8n for each credential type, by the type's name. */
export type Credentials = ReadonlyMap<string, Credential>;

/** Creates, or brings up to date, what the nodes need to reach the sandbox. */
export async function saveSandboxCredentials(
	request: N8nRequest,
	{ edumalls, elryan }: Sandbox,
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
