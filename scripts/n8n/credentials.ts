import type { N8nRequest } from './session';

export type CredentialData = Record<string, unknown>;

export interface Credential {
	id: string;
	name: string;
	type: string;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** Creates a credential, or gives the one of that name and type the new data: never two. */
export async function saveCredential(
	request: N8nRequest,
	wanted: { name: string; type: string; data: CredentialData },
): Promise<Credential> {
	const all = await request<Credential[]>('GET', '/rest/credentials');
	const found = all.find(({ name, type }) => name === wanted.name && type === wanted.type);
	if (!found) return await request('POST', '/rest/credentials', wanted);
	return await request('PATCH', `/rest/credentials/${found.id}`, wanted);
}

/**
 * What the editor's *Test* does: it reads the stored credential, its secrets blanked out, and sends
 * it back to be tested; n8n fills in the blanks.
 */
export async function testCredential(
	request: N8nRequest,
	credential: Credential,
): Promise<CredentialTest> {
	const { id, name, type } = credential;
	const stored = await request<{ data?: CredentialData }>(
		'GET',
		`/rest/credentials/${id}?includeData=true`,
	);
	return await request('POST', '/rest/credentials/test', {
		credentials: { id, name, type, data: stored.data ?? {} },
	});
}

export async function deleteCredential(request: N8nRequest, id: string): Promise<void> {
	await request('DELETE', `/rest/credentials/${id}`);
}
