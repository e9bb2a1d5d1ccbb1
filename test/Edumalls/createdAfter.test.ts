import type { IDataObject } from 'n8n-workflow';
import { EdumallsApi } from '../../credentials/EdumallsApi.credentials';
import { Edumalls } from '../../nodes/Edumalls/Edumalls.node';
import { createEngine } from '../engine';
import { startServer } from '../shop/server';

/** What *Get Many* puts out of orders that come newest first, and how many pages it asked for. */
async function created(after: string, orders: IDataObject[]) {
	const server = await startServer(({ body }) => {
		const { page, page_size: size } = (body as { data: { page: number; page_size: number } }).data;
		const rows = orders.slice((page - 1) * size, page * size);
		return { body: { success: true, orders: rows, total_count: orders.length } };
	});
	const edumallsApi = { environment: 'custom', baseUrl: server.url, sessionToken: 't' };
	const engine = createEngine({
		nodes: [Edumalls],
		credentialTypes: [EdumallsApi],
		credentials: { edumallsApi: { ...edumallsApi, username: 'u', password: 'p' } },
	});
	const parameters = {
		resource: 'order',
		operation: 'getAll',
		returnAll: true,
		simple: false,
		options: {},
		filters: { createdAfter: after },
	};
	const { rows, error } = await engine.run('edumalls', { parameters }, [{}]);
	await server.close();
	expect(error).toBeUndefined();
	return { ids: rows.map(({ order_id: id }) => id), pages: server.requests.length };
}

/** A minute apart, newest first; the highest ID is the newest. */
const list = (count: number, odd: (id: number) => object = () => ({})): IDataObject[] =>
	Array.from({ length: count }, (_, index) => {
		const id = count - index;
		const at = new Date(Date.UTC(2026, 0, 1, 0, id)).toISOString();
		return { order_id: id, created_at: at.slice(0, 19).replace('T', ' '), ...odd(id) };
	});

const idsOf = (orders: IDataObject[]) => orders.map(({ order_id: id }) => id);

describe('Created After', () => {
	it.each([
		['null', null],
		['nothing', undefined],
		['an empty text', ''],
		['a text that is no date', 'n/a'],
		["a database's zero", '0000-00-00 00:00:00'],
		['a zero that was reckoned with', '-0001-11-30 00:00:00'],
		['a number', 0],
	])('goes on past an order whose date is %s, and puts it out', async (_, date) => {
		const orders = list(200, (id) => (id === 170 ? { created_at: date } : {}));
		const { ids } = await created('2025-01-01 00:00:00', orders);
		expect(ids).toEqual(idsOf(orders));
	});

	it('still ends at the first order that is older', async () => {
		const orders = list(200, (id) => (id === 190 ? { created_at: null } : {}));
		const { ids, pages } = await created('2026-01-01 03:00:00', orders);
		expect(ids).toEqual(idsOf(orders.slice(0, 21)));
		expect(pages).toBe(1);
	});
});
