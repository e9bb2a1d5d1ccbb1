import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { cleanUrl } from '../shared/pasted';

/** The host. The reference prints its address with `/api` at the end, which the paths begin with too. */
export const baseUrl = ({ baseUrl: given }: ICredentialDataDecryptedObject): string =>
	cleanUrl(given, /\/api$/i);
