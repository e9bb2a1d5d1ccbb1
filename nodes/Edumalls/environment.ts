import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** The hosts that the vendor documents. */
export const HOSTS: Record<string, string> = {
	production: 'https://edumalls.com',
	staging: 'https://preprod.edumalls.com',
};

/** The address of the environment that the credential names. */
export function baseUrl({ environment, baseUrl: custom }: ICredentialDataDecryptedObject): string {
	return HOSTS[String(environment)] ?? String(custom ?? '');
}
