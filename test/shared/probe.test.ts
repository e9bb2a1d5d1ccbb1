import { Failure } from '../../nodes/shared/failure';
import { forgetProbes, probe } from '../../nodes/shared/probe';

let time = 0;
const now = () => time;
let asked = 0;

beforeEach(() => {
	forgetProbes();
	asked = 0;
	time = 1_000_000;
});

const good = async () => void asked++;
const bad = async () => {
	asked++;
	throw new Error('No');
};

it('is made once for all who ask within a few seconds', async () => {
	await Promise.all(
		Array.from({ length: 20 }, async () => await probe(['shop', 'key'], good, now)),
	);
	time += 4_000;
	await probe(['shop', 'key'], good, now);
	expect(asked).toBe(1);
	time += 2_000;
	await probe(['shop', 'key'], good, now);
	expect(asked).toBe(2);
});

it('is made again for another account', async () => {
	await probe(['shop', 'key'], good, now);
	await probe(['shop', 'other'], good, now);
	expect(asked).toBe(2);
});

it('throws for all who ask together, and is made again when the user had time to mend the cause', async () => {
	const all = Array.from({ length: 20 }, async () => await probe(['shop'], bad, now));
	for (const outcome of await Promise.allSettled(all)) expect(outcome.status).toBe('rejected');
	expect(asked).toBe(1);
	time += 6_000;
	await probe(['shop'], good, now);
	expect(asked).toBe(2);
});

it('is made again at once where the service could not be asked', async () => {
	const unreachable = async () => {
		throw new Failure({ title: 'Away', outcome: 'notSent', transient: true });
	};
	await expect(probe(['shop'], unreachable, now)).rejects.toThrow('Away');
	await probe(['shop'], good, now);
	expect(asked).toBe(1);
});
