import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../nodes/shared/call';
import { recordsIn, rowsOf } from '../../nodes/shared/records';
import { tried } from './runs';
import { subjects, type Subject } from './subjects';
import { anyText } from './values';

/** Every text and number of an answer, each at its place another one. */
function refill(value: unknown, next: () => string): unknown {
	if (Array.isArray(value)) return value.map((one) => refill(one, next));
	if (!isRecord(value))
		return typeof value === 'string' || typeof value === 'number' ? next() : value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, refill(one, next)]));
}

function leavesIn(value: unknown): unknown[] {
	return typeof value === 'object' && value !== null
		? Object.values(value).flatMap(leavesIn)
		: [value];
}

/** The record of an example's answer, as it is and simplified. */
function shown({ operation }: Subject, body: unknown): IDataObject[] {
	const answer = { status: 200, headers: {}, body };
	const { list } = operation;
	const rows = list ? recordsIn(answer, list, 'Shop') : rowsOf(operation, answer);
	return rows.flatMap((row) => [row, operation.simplify?.(row) ?? row]);
}

const withAnswers = subjects.filter(([, { examples }]) => examples.length > 0);

it.each(withAnswers)('%s puts out the texts of an answer as they came', (title, subject) => {
	const bodies = subject.examples.map(({ exchanges }) => exchanges[0].response.body);
	fc.assert(
		fc.property(fc.constantFrom(...bodies), fc.infiniteStream(anyText), (body, texts) => {
			const answer = refill(body, () => String(texts.next().value));
			const came = new Set(leavesIn(answer));
			for (const row of shown(subject, answer)) {
				const changed = leavesIn(row).filter((one) => typeof one === 'string' && !came.has(one));
				expect(changed).toEqual([]);
			}
		}),
		tried(20, title),
	);
});
