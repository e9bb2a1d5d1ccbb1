import type {
	ICredentialDataDecryptedObject,
	INodeCredentialTestResult,
	IWebhookFunctions,
} from 'n8n-workflow';
import { trimmed } from '../shared/pasted';
import { testForm } from '../shared/webhook/secret';
import type { Verdict } from '../shared/webhook/signature';

/** What a refused delivery is told. Short, and nothing that would help to forge one. */
export const REFUSED: Record<Exclude<Verdict, 'valid'>, string> = {
	noSecret: 'No signing secret is set',
	missing: 'The signature is missing',
	malformed: 'The signature has the wrong form',
	mismatch: 'Invalid signature',
};

/** The secrets that are set, without the white space that pasting brings along. */
export function secretsOf(credentials: ICredentialDataDecryptedObject): string[] {
	const { signingSecret, previousSigningSecret } = credentials;
	const [current, previous] = [signingSecret, previousSigningSecret].map((secret) =>
		trimmed(secret),
	);
	// The previous one stands in for none: without a present secret everything is refused.
	return current === '' ? [] : [current, previous].filter((secret) => secret !== '');
}

/** The secrets of a webhook call; none where the credential is gone. Throwing would record a failed execution. */
export async function secretsIn(
	context: Pick<IWebhookFunctions, 'getCredentials'>,
): Promise<string[]> {
	try {
		return secretsOf(await context.getCredentials('edumallsWebhookApi'));
	} catch {
		return [];
	}
}

/** Tests the form of the credential, since the service cannot be asked. */
export function testSecrets(
	credentials: ICredentialDataDecryptedObject,
): INodeCredentialTestResult {
	const [current = ''] = secretsOf(credentials);
	return testForm(
		current,
		'The signing secret',
		'Whether it is the secret that Edumalls signs with shows with the first delivery: Edumalls cannot be asked',
	);
}
