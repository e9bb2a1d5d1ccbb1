import type { IDataObject } from 'n8n-workflow';
import { WATCHES } from '../../nodes/Elryan/watches';
import { openList } from './polling.list';

const START = Date.UTC(2026, 0, 1);
const minute = (count: number) => new Date(START + count * 60_000).toISOString();

interface Row extends IDataObject {
	POlineID: number;
	updatedTime: string;
}

const orders = (count: number): Row[] =>
	Array.from({ length: count }, (_, index) => ({
		POlineID: index,
		updatedTime: minute(index),
		dateISO: minute(index),
	}));

/** Polls eight times a list by the time of the last change, oldest first; something happens after the first one. */
async function poll(rows: Row[], meanwhile: (rows: Row[]) => void) {
	const list = await openList({
		rows: () => [...rows].sort((a, b) => a.updatedTime.localeCompare(b.updatedTime)),
		cursor: { since: minute(-1), seen: {} },
	});
	await list.poll();
	meanwhile(rows);
	for (let count = 1; count < 8; count++) await list.poll();
	return { put: list.put, asked: list.asked.length };
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
