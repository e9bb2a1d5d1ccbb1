import type { IDataObject } from 'n8n-workflow';
import { elryan } from '../../nodes/Elryan/marketplace';
import { WATCHES } from '../../nodes/Elryan/watches';
import { connect, type CallContext } from '../../nodes/shared/connection';
import type { Cursor } from '../../nodes/shared/polling/cursor';
import { scan } from '../../nodes/shared/polling/scan';

const START = Date.UTC(2026, 0, 1);
const minute = (count: number) => new Date(START + count * 60_000).toISOString();

interface Row extends IDataObject {
	POlineID: number;
	updatedTime: string;
}

/** A list by the time of the last change, oldest first, 100 records a page. */
async function open(rows: Row[]) {
	let asked = 0;
	const context = {
		getCredentials: async () => ({ environment: 'custom', baseUrl: 'https://elryan.example/api' }),
		getNode: () => ({ name: 'Trigger', credentials: {} }),
		getTimezone: () => 'UTC',
		helpers: {
			httpRequestWithAuthentication: async (_type: string, options: { body: string }) => {
				asked++;
				const { start = 0, length = 100 } = JSON.parse(options.body) as Record<string, number>;
				const list = [...rows].sort((a, b) => a.updatedTime.localeCompare(b.updatedTime));
				const data = list.slice(start, start + Math.min(length, 100));
				return { statusCode: 200, headers: {}, body: JSON.stringify({ error_code: 0, data }) };
			},
		},
	};
	const connection = await connect(context as unknown as CallContext, elryan);
	return { connection, asked: () => asked };
}

const orders = (count: number): Row[] =>
	Array.from({ length: count }, (_, index) => ({
		POlineID: index,
		updatedTime: minute(index),
		dateISO: minute(index),
	}));

/** Polls eight times; something happens to the list after the first one. */
async function poll(rows: Row[], meanwhile: (rows: Row[]) => void) {
	const { connection, asked } = await open(rows);
	const put: string[] = [];
	let cursor: Cursor = { since: minute(-1), seen: {} };
	for (let count = 0; count < 8; count++) {
		const done = await scan(connection, WATCHES.orderUpdated, cursor, 40_000);
		cursor = done.cursor;
		put.push(...done.put.map(({ name }) => name));
		if (count === 0) meanwhile(rows);
	}
	return { put, asked: asked() };
}

it.each<[string, (rows: Row[]) => void]>([
	['nothing', () => undefined],
	[
		'20 that were read change',
		(rows) => rows.slice(0, 20).forEach((row, index) => (row.updatedTime = minute(701 + index))),
	],
	[
		'all that were read change',
		(rows) => rows.slice(0, 500).forEach((row, index) => (row.updatedTime = minute(701 + index))),
	],
	['20 that were read go', (rows) => void rows.splice(0, 20)],
	['nearly all go', (rows) => void rows.splice(0, 650)],
	['new ones come', (rows) => void rows.push(...orders(760).slice(700))],
])(
	'a list that takes two polls loses nothing and puts out nothing twice while %s',
	async (_, meanwhile) => {
		const rows = orders(700);
		const { put, asked } = await poll(rows, meanwhile);
		const there = rows.map((row) => WATCHES.orderUpdated.name(row));
		expect(there.filter((name) => !put.includes(name))).toEqual([]);
		expect(new Set(put).size).toBe(put.length);
		expect(asked).toBeLessThan(80);
	},
);
