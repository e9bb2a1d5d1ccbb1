import type { IDataObject } from 'n8n-workflow';
import { at, isRecord } from '../../../../nodes/shared/call';
import type { Said } from '../../../shared/contenders/contender';
import { inLanes } from '../../../shared/lanes';
import { BOUND } from '../bound';
import type { TaskName } from '../../tasks/task';
import type { Client, Reply } from './client';

/** What the bare client says in the end: of items, or the records of a list. */
export interface Done {
	said: Said[];
	rows: IDataObject[];
}

export type Work = (client: Client, input: IDataObject[]) => Promise<Done>;

const EDUMALLS = '/rest/V1/integration/seller';
const PAGE_SIZE = 50;
const LENGTH = 100;
const GROUP = 100;

const recordsAt = ({ body }: Reply, path: string): IDataObject[] => {
	const found = at(body, path);
	return Array.isArray(found) ? found.filter(isRecord) : [];
};

/** A set: what failed is told, nothing is repeated. */
const stock: Work = async (client, input) => {
	const said = await inLanes(input, BOUND, async ({ sku, qty }): Promise<Said> => {
		const data = { sku, qty };
		const reply = await client.send(`${EDUMALLS}/product`, {
			action: 'update_product_stock',
			data,
		});
		return at(reply.body, 'success') === true ? 'done' : 'failed';
	});
	return { said, rows: [] };
};

/** An act goes one at a time; an answer that was lost, or a 5xx, leaves it unknown. */
const act =
	(action: string, more: IDataObject = {}): Work =>
	async (client, input) => {
		const said = await inLanes(input, 1, async ({ id }): Promise<Said> => {
			const body = { action, data: { order_id: id, ...more } };
			try {
				const reply = await client.send(`${EDUMALLS}/order`, body);
				if (reply.status >= 500) return 'unknown';
				return at(reply.body, 'success') === true ? 'done' : 'failed';
			} catch {
				return 'unknown';
			}
		});
		return { said, rows: [] };
	};

const prices: Work = async (client, input) => {
	const groups = Array.from({ length: Math.ceil(input.length / GROUP) }, (_, index) =>
		input.slice(index * GROUP, (index + 1) * GROUP),
	);
	const said = await inLanes(groups, BOUND, async (items): Promise<Said[]> => {
		const { body } = await client.send('/variants/stock-and-price', { items });
		const found = at(body, 'data.foundVariantsInDb');
		const known = new Set(Array.isArray(found) ? found : []);
		return items.map(({ sku }) => (known.has(sku) ? 'done' : 'failed'));
	});
	return { said: said.flat(), rows: [] };
};

/** The first page tells how many there are. */
const edumallsOrders: Work = async (client) => {
	const ask = async (page: number): Promise<Reply> =>
		await client.send(`${EDUMALLS}/order`, {
			action: 'view_order_list',
			data: { sort: 'ASC', page, page_size: PAGE_SIZE },
		});
	const first = await ask(1);
	const count = Math.ceil(Number(at(first.body, 'total_count')) / PAGE_SIZE);
	const others = Array.from({ length: count - 1 }, (_, index) => index + 2);
	const rest = await inLanes(others, BOUND, ask);
	return { said: ['done'], rows: [first, ...rest].flatMap((page) => recordsAt(page, 'orders')) };
};

/** Without a total: reads ahead until a page is short. */
const elryanOrders: Work = async (client) => {
	const pages: IDataObject[][] = [];
	let next = 0;
	let ended = false;
	const lane = async (): Promise<void> => {
		while (!ended) {
			const page = next++;
			const body = { search: {}, start: page * LENGTH, length: LENGTH };
			const rows = recordsAt(await client.send('/orders/search', body), 'data');
			pages[page] = rows;
			ended ||= rows.length < LENGTH;
		}
	};
	await Promise.all(Array.from({ length: BOUND }, lane));
	return { said: ['done'], rows: pages.flat() };
};

/** What it does of each task; Magento's own list is no task of this package. */
export const WORK: Partial<Record<TaskName, Work>> = {
	stock,
	prices,
	shipments: act('update_order_shipment'),
	mails: act('update_order_comment', { comment: 'On its way', notify: true }),
	edumallsOrders,
	elryanOrders,
};
