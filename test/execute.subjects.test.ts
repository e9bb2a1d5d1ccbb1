import type { IDataObject } from 'n8n-workflow';
import { ElryanApi } from '../credentials/ElryanApi.credentials';
import { Elryan } from '../nodes/Elryan/Elryan.node';
import { createEngine } from './engine';
import { openShop } from './shop/open';
import { startServer } from './shop/server';

/** How many trackings were set at a time. */
async function mostAtOnce(body: string, input: IDataObject[]): Promise<number> {
	const server = await startServer(() => ({
		body: { success: true, data: { id: 1 } },
		delayMs: 40,
	}));
	const elryanApi = { environment: 'custom', baseUrl: server.url, authentication: 'token' };
	const engine = createEngine({
		nodes: [Elryan],
		credentialTypes: [ElryanApi],
		credentials: { elryanApi: { ...elryanApi, sessionToken: 't' } },
	});
	const parameters = { resource: 'tracking', operation: 'upsert', options: {}, body };
	const { error, rows } = await engine.run('elryan', { parameters }, input);
	await server.close();
	expect(error).toBeUndefined();
	expect(rows).toHaveLength(input.length);
	return server.state.mostInFlight;
}

describe('items that are named by a JSON object', () => {
	const forms = [
		['an object', '={{ $json.tracking }}'],
		['a text', '={{ JSON.stringify($json.tracking) }}'],
	];

	it.each(forms)('go side by side where it differs (%s)', async (_, body) => {
		const input = Array.from({ length: 6 }, (_one, id) => ({ tracking: { id } }));
		expect(await mostAtOnce(body, input)).toBeGreaterThan(1);
	});

	it.each(forms)('go one after another where it is the same (%s)', async (_, body) => {
		const input = Array.from({ length: 4 }, () => ({ tracking: { id: 1 } }));
		expect(await mostAtOnce(body, input)).toBe(1);
	});
});

it('sends nothing more of a record in stop mode once it was refused', async () => {
	const shop = await openShop(() => ({ status: 400, body: { error: 'No' } }));
	const { error } = await shop.run('set', [{ sku: 'A' }, { sku: 'A' }, { sku: 'A' }]);
	expect(error?.message).toContain('refused');
	expect(shop.requests).toHaveLength(1);
	await shop.close();
});
