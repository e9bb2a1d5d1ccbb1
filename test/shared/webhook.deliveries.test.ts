import { deliveryId, note, reserve } from '../../nodes/shared/webhook/deliveries';

const id = (text: string) => deliveryId(Buffer.from(text));

let receivers = 0;
/** Each test has a receiver of its own: what was seen is kept for the life of the process. */
const receiver = () => `receiver ${++receivers}`;

const turn = async () => await new Promise((resolve) => setImmediate(resolve));

describe('the id of a delivery', () => {
	it('is the SHA-256 of its bytes', () => {
		expect(id('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
		expect(id('{"a":1}')).not.toBe(id('{"a": 1}'));
	});
});

describe('one delivery', () => {
	it('five times in parallel is taken once', async () => {
		const to = receiver();
		const all = Promise.all([1, 2, 3, 4, 5].map(async () => await reserve(to, id('a'), '')));
		await turn();
		const first = await reserve(to, id('b'), '');
		expect(first).toBeDefined();
		// The first of the five holds the place; the others wait for it.
		let done = false;
		void all.then(() => (done = true));
		await turn();
		expect(done).toBe(false);
	});

	it('five times in parallel, taken by the first: the others get nothing', async () => {
		const to = receiver();
		const first = await reserve(to, id('a'), '');
		const others = Promise.all([2, 3, 4, 5].map(async () => await reserve(to, id('a'), '')));
		await turn();
		first?.keep();
		expect(await others).toEqual([undefined, undefined, undefined, undefined]);
		expect(await reserve(to, id('a'), '')).toBeUndefined();
	});

	it('released goes to exactly one of those who wait, and to the next after that', async () => {
		const to = receiver();
		const first = await reserve(to, id('a'), '');
		const got: Array<number | undefined> = [];
		const waiting = [1, 2, 3].map(async (number) => {
			const reservation = await reserve(to, id('a'), '');
			got.push(reservation ? number : undefined);
			return reservation;
		});
		first?.release();
		await turn();
		expect(got).toEqual([1]);
		(await waiting[0])?.release();
		await turn();
		expect(got).toEqual([1, 2]);
		(await waiting[1])?.keep();
		await turn();
		expect(got).toEqual([1, 2, undefined]);
	});

	it('released with none waiting is there for the next try', async () => {
		const to = receiver();
		(await reserve(to, id('a'), ''))?.release();
		expect(await reserve(to, id('a'), '')).toBeDefined();
	});

	it('kept stays kept, whatever comes after', async () => {
		const to = receiver();
		const reservation = await reserve(to, id('a'), '');
		reservation?.keep();
		reservation?.release();
		expect(await reserve(to, id('a'), '')).toBeUndefined();
	});

	it('released cannot be kept afterwards, and does not take the place of the next', async () => {
		const to = receiver();
		const first = await reserve(to, id('a'), '');
		first?.release();
		const second = await reserve(to, id('a'), '');
		first?.keep();
		first?.release();
		let third: unknown = 'waiting';
		void reserve(to, id('a'), '').then((found) => (third = found));
		await turn();
		expect(third).toBe('waiting');
		second?.keep();
		await turn();
		expect(third).toBeUndefined();
	});

	it('is taken by each node that receives it', async () => {
		const [one, other] = [receiver(), receiver()];
		(await reserve(one, id('a'), ''))?.keep();
		expect(await reserve(other, id('a'), '')).toBeDefined();
	});

	it('seen before the process began is not taken', async () => {
		const stored = note(receiver(), id('a'), '');
		expect(await reserve(receiver(), id('a'), stored)).toBeUndefined();
		expect(await reserve(receiver(), id('b'), stored)).toBeDefined();
	});

	it('is noted beside what other processes have noted', async () => {
		const [one, other] = [receiver(), receiver()];
		const stored = note(other, id('b'), note(one, id('a'), ''));
		for (const name of ['a', 'b']) {
			expect(await reserve(receiver(), id(name), stored)).toBeUndefined();
			expect(await reserve(other, id(name), '')).toBeUndefined();
		}
	});
});
