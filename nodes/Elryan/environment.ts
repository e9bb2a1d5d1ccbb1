import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** The hosts under "All your requests should use"; the reference names others elsewhere (`marketplace.`). */
export const HOSTS: Record<string, string> = {
	production: 'https://merchant.elryan.com/api',
	staging: 'https://merchantstaging.elryan.com/api',
};

/** The address of the environment that the credential names, `/api` included. */
export function baseUrl({ environment, baseUrl: custom }: ICredentialDataDecryptedObject): string {
	return HOSTS[String(environment)] ?? String(custom ?? '');
}
