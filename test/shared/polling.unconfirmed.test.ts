import { after, finished, freshOf, type Cursor } from '../../nodes/shared/polling/cursor';
import { resumed, withEmission } from '../../nodes/shared/polling/unconfirmed';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString();
const occurrence = (name: string, minute: number) => ({ name, time: at(minute), record: {} });
const NOW = Date.UTC(2026, 0, 1, 13);

const start: Cursor = { since: at(0), seen: {}, run: 'a' };

/** The cursor after a poll that read the whole list and put these out. */
function polled(before: Cursor, put: ReturnType<typeof occurrence>[], now = NOW): Cursor {
	return {
		...withEmission(finished(after(before, put, { start: put.length }), true), before, put, now),
		run: 'a',
	};
}

const names = (cursor: Cursor) => Object.keys(cursor.seen).sort();

it('goes on where it stopped in the same run of n8n', () => {
	const cursor = polled(start, [occurrence('x', 1)]);
	expect(resumed(cursor, 'a', NOW)).toMatchObject({ since: at(1), seen: { x: at(1) } });
});

it('goes back behind what was put out last in another run of n8n', () => {
	const cursor = polled(start, [occurrence('x', 1)]);
	const back = resumed(cursor, 'b', NOW);
	expect(back).toMatchObject({ since: at(0), seen: {} });
	expect(back.unconfirmed).toBeUndefined();
	expect(freshOf(back, [occurrence('x', 1)])).toHaveLength(1);
});

it('reaches as far back as the oldest batch, however late the others are', () => {
	const first = polled(start, [occurrence('old', 1)]);
	const second = polled(resumed(first, 'a', NOW + 5000), [occurrence('new', 50)], NOW + 5000);
	expect(second.since).toBe(at(50));
	const back = resumed(second, 'b', NOW + 10_000);
	expect(freshOf(back, [occurrence('old', 1), occurrence('new', 50)])).toHaveLength(2);
});

it('counts a batch as stored after a minute, and goes back no further than the next', () => {
	const first = polled(start, [occurrence('x', 1)]);
	const later = NOW + 60_000;
	const second = polled(resumed(first, 'a', later), [occurrence('y', 2)], later);
	const back = resumed(second, 'b', later + 1);
	expect(back.since).toBe(at(1));
	expect(names(back)).toEqual(['x']);
});

it('keeps the names of what was put out before the batch, however far the batch moves the time', () => {
	const first = polled(start, [occurrence('x', 1)]);
	const later = NOW + 60_000;
	const second = polled(resumed(first, 'a', later), [occurrence('y', 55)], later);
	expect(names(resumed(second, 'b', later))).toEqual(['x']);
	const third = polled(resumed(second, 'a', later + 60_000), [occurrence('z', 56)], later);
	expect(names(third)).toEqual(['y', 'z']);
});

it('goes back to the place in a long list at which the batch was read', () => {
	const before: Cursor = { ...start, scan: { start: 500, latest: at(3) } };
	const put = [occurrence('x', 4)];
	const cursor = {
		...withEmission(after(before, put, { start: 1000 }), before, put, NOW),
		run: 'a',
	};
	expect(cursor.scan).toEqual({ start: 1000, latest: at(4) });
	expect(resumed(cursor, 'b', NOW).scan).toEqual({ start: 500, latest: at(3) });
});

it('takes a cursor of before this was noted as it is', () => {
	const cursor: Cursor = { since: at(5), seen: { x: at(5) } };
	expect(resumed(cursor, 'b', NOW)).toEqual(cursor);
});
