import assert from 'node:assert/strict';
import type { N8nRequest } from '../../scripts/n8n/session';

export type Row = Record<string, unknown>;

/** The address of a data table of n8n, by the table's name. */
async function tableAt(request: N8nRequest, name: string): Promise<string> {
	const project = await request<{ id: string }>('GET', '/rest/projects/personal');
	const tables = `/rest/projects/${project.id}/data-tables`;
	// n8n's own filter finds names that contain the one asked for.
	const filter = encodeURIComponent(JSON.stringify({ name }));
	const found = await request<{ data: Array<{ id: string; name: string }> }>(
		'GET',
		`${tables}?filter=${filter}`,
	);
	const table = found.data.find((candidate) => candidate.name === name);
	assert.ok(table, `There is no data table ‘${name}’`);
	return `${tables}/${table.id}`;
}

/** The rows of a data table of n8n, by the table's name. */
export async function tableRows(request: N8nRequest, name: string): Promise<Row[]> {
	const table = await tableAt(request, name);
	const rows = await request<{ data: Row[] }>('GET', `${table}/rows?take=100`);
	return rows.data;
}

/** Puts rows into a data table, as the past would have. */
export async function addRows(request: N8nRequest, name: string, data: Row[]): Promise<void> {
	await request('POST', `${await tableAt(request, name)}/insert`, { data });
}
