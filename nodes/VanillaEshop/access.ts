import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { cleanUrl, trimmed } from '../shared/pasted';
import { refusal } from '../shared/failure';

/** What the paths of the operations begin with; the reference's addresses hold it too. */
const PREFIX = /\/v1(\/in)?$/i;

/** The host's address, without what pasting brings along. */
export const baseUrl = ({ baseUrl: given }: ICredentialDataDecryptedObject): string =>
	cleanUrl(given, PREFIX);

/** What HTTP allows as the name of a header. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

function checkedName(name: string): string {
	if (HEADER_NAME.test(name)) return name;
	throw refusal(
		"'Header Name' in the VanillaEshop credential is not the name of a header",
		`It is '${name}'; it should look like X-Api-Key`,
	);
}

/** The header that carries the secret; nothing where the API is open. */
function secretHeader(credentials: ICredentialDataDecryptedObject): Record<string, string> {
	const { authentication, headerName, headerSecret, bearerToken, username, password } = credentials;
	switch (authentication) {
		case 'header':
			return { [checkedName(trimmed(headerName))]: trimmed(headerSecret) };
		case 'bearer':
			return { Authorization: `Bearer ${trimmed(bearerToken).replace(/^bearer\s+/i, '')}` };
		case 'basic': {
			const pair = `${String(username ?? '')}:${String(password ?? '')}`;
			return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
		}
		default:
			return {};
	}
}

/** The request as VanillaEshop wants it: without `Accept` Laravel would redirect instead of refusing. */
export const signed = (
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): IHttpRequestOptions => ({
	...options,
	headers: { Accept: 'application/json', ...options.headers, ...secretHeader(credentials) },
});

/** Says that a secret can be read on its way. */
export function warnOfPlainHttp(credentials: ICredentialDataDecryptedObject): string | undefined {
	const isSecret = Object.keys(secretHeader(credentials)).length > 0;
	if (!isSecret || !/^http:/i.test(baseUrl(credentials))) return undefined;
	return 'The secret of the VanillaEshop credential was sent unencrypted, since its Base URL begins with http://. Ask VanillaEshop for an address that begins with https://.';
}
