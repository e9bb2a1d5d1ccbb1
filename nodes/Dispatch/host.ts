import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** The host. The reference prints its address with `/api` at the end, which the paths begin with too. */
export const baseUrl = ({ baseUrl: given }: ICredentialDataDecryptedObject): string =>
	String(given ?? '')
		.trim()
		.replace(/\/+$/, '')
		.replace(/\/api$/i, '');
