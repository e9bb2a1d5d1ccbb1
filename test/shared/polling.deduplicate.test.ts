import type { INodeExecutionData } from 'n8n-workflow';
import { toItems } from '../../nodes/shared/polling/deduplicate';
import { openTrigger } from './polling.host';

let trigger: Awaited<ReturnType<typeof openTrigger>>;
beforeEach(async () => {
	trigger = await openTrigger({ event: 'orderCreated', onStart: () => undefined });
});
afterEach(async () => await trigger.close());

/** What a poll puts out. */
const items = (...names: string[]): INodeExecutionData[][] => [
	toItems(
		names.map((name) => ({ name, time: '', record: { id: name } })),
		(record) => record,
	),
];
const ids = (out: INodeExecutionData[]) => out.map(({ json }) => json.id);

it('passes each occurrence on once, over executions, and nothing but its record', async () => {
	const first = await trigger.execute(items('a', 'b'));
	expect(first).toEqual([
		{ json: { id: 'a' }, pairedItem: { item: 0 } },
		{ json: { id: 'b' }, pairedItem: { item: 1 } },
	]);
	const second = await trigger.execute(items('a', 'b', 'c'));
	expect(second).toEqual([{ json: { id: 'c' }, pairedItem: { item: 2 } }]);
	expect(await trigger.execute(items('b'))).toEqual([]);
});

it('passes each on once where executions begin at the same time', async () => {
	const all = await Promise.all([
		trigger.execute(items('a', 'b')),
		trigger.execute(items('a', 'c')),
		trigger.execute(items('a', 'b', 'c', 'd')),
	]);
	expect(all.flatMap(ids).sort()).toEqual(['a', 'b', 'c', 'd']);
});

it('passes its own on again where n8n runs an execution a second time', async () => {
	await trigger.execute(items('a'));
	const batch = items('a', 'b');
	expect(ids(await trigger.execute(batch))).toEqual(['b']);
	expect(ids(await trigger.execute(batch))).toEqual(['b']);
	expect(ids(await trigger.execute(batch, 'retry'))).toEqual(['b']);
	expect(await trigger.execute(items('b'), 'retry')).toEqual([]);
});

it('passes nothing on for an execution that was cut off before it began, once another has', async () => {
	const cutOff = items('a', 'b');
	expect(ids(await trigger.execute(items('a', 'b')))).toEqual(['a', 'b']);
	expect(await trigger.execute(cutOff, 'retry')).toEqual([]);
	expect(await trigger.execute(cutOff, 'retry')).toEqual([]);
});

it('passes on what did not come from a poll', async () => {
	expect(ids(await trigger.execute([[{ json: { id: 'x' } }]]))).toEqual(['x']);
	expect(ids(await trigger.execute([[{ json: { id: 'x' } }]]))).toEqual(['x']);
});
