import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';
import type { Connection } from '../shared/connection';
import { trimmed } from '../shared/pasted';
import { refusal } from '../shared/failure';

const CREDENTIAL = 'cargoPilotDispatchProviderApi';

/** What Dispatch needs to reach a store, as the API takes it. */
export interface ProviderSecrets {
	apiKey: string;
	apiSecret: string;
	storeUrl: string;
}

/** As the credential shows them. */
export const LABELS: Record<keyof ProviderSecrets, string> = {
	apiKey: 'API Key',
	apiSecret: 'API Secret',
	storeUrl: 'Store URL',
};

/** The secrets without the white space that pasting brings along. */
export function secretsOf(credentials: ICredentialDataDecryptedObject): ProviderSecrets {
	const { apiKey, apiSecret, storeUrl } = credentials;
	return {
		apiKey: trimmed(apiKey),
		apiSecret: trimmed(apiSecret),
		storeUrl: trimmed(storeUrl),
	};
}

/** What is wrong with the form of the secrets, if something is. Repeats none of them. */
export function problemOf({ apiKey, apiSecret, storeUrl }: ProviderSecrets): string | undefined {
	if (apiKey === '') return `${LABELS.apiKey} is empty`;
	if (apiSecret === '') return `${LABELS.apiSecret} is empty`;
	if (storeUrl === '') return `${LABELS.storeUrl} is empty`;
	const url = URL.canParse(storeUrl) ? new URL(storeUrl) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) {
		return `${LABELS.storeUrl} is not a web address; it should look like https://yourstore.example`;
	}
	if (url.username !== '' || url.password !== '') {
		return `${LABELS.storeUrl} holds a user name or a password; leave out what stands before the @`;
	}
	return undefined;
}

/** Tests the form of the credential: Dispatch tries the secrets only when the integration is configured. */
export function testSecrets(
	credentials: ICredentialDataDecryptedObject,
): INodeCredentialTestResult {
	const problem = problemOf(secretsOf(credentials));
	if (problem) return { status: 'Error', message: problem };
	return {
		status: 'OK',
		message:
			"The form is right. Whether the store accepts them shows when 'Integration: Configure' runs.",
	};
}

/** The secrets for one input item. Throws a refusal where they cannot be right. */
export async function secretsFor(
	{ context, node }: Connection,
	item: number,
): Promise<ProviderSecrets> {
	const advice = "Choose or edit 'Dispatch Provider (CargoPilot) API' in this node";
	if (!node.credentials?.[CREDENTIAL]) {
		throw refusal("The credential with the store's secrets is missing", advice);
	}
	const secrets = secretsOf(await context.getCredentials(CREDENTIAL, item));
	const problem = problemOf(secrets);
	if (problem) throw refusal(problem, advice);
	return secrets;
}
