import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { verifySignature } from '../../../nodes/shared/webhook/signature';
import { signatureOf } from './event';

const ROUNDS = 60_000;

/** Then others get their turn: a connection that n8n closes must be seen to be closed. */
const ROUNDS_IN_A_ROW = 2_000;
const SECRET = 'a-secret-for-measuring-0123456789';
const BODY = Buffer.from('{"event_code":110,"order":{"order_id":1}}');

type Check = (header: string) => unknown;

const nodesOwn: Check = (header) =>
	verifySignature({ body: BODY, header, prefix: 'sha256=', secrets: [SECRET] });

/** Stops at the first difference: what the measure has to be able to see. */
const careless: Check = (header) => {
	const right = signatureOf(BODY, SECRET);
	for (let at = 0; at < right.length; at++) if (right[at] !== header[at]) return false;
	return true;
};

interface Moments {
	count: number;
	mean: number;
	variance: number;
}

/** Without the slowest tenth, which other programs have slowed down. */
function momentsOf(times: number[]): Moments {
	const kept = times.sort((a, b) => a - b).slice(0, Math.floor(times.length * 0.9));
	const mean = kept.reduce((sum, time) => sum + time, 0) / kept.length;
	const squares = kept.reduce((sum, time) => sum + (time - mean) ** 2, 0);
	return { count: kept.length, mean, variance: squares / (kept.length - 1) };
}

/** Welch's t of two samples of times: beyond 4.5 they differ (dudect, https://eprint.iacr.org/2016/1123). */
function welch(a: Moments, b: Moments): number {
	return (a.mean - b.mean) / Math.sqrt(a.variance / a.count + b.variance / b.count);
}

/** The t of a signature that is wrong in its first digit against one that is wrong in its last. */
async function tOf(check: Check): Promise<number> {
	const right = signatureOf(BODY, SECRET);
	const other = (at: number) => (right[at] === '0' ? '1' : '0');
	const firstWrong = right.slice(0, 7) + other(7) + right.slice(8);
	const lastWrong = right.slice(0, -1) + other(right.length - 1);
	const times: [number[], number[]] = [[], []];
	for (let round = 0; round < ROUNDS; round++) {
		const which = Math.random() < 0.5 ? 0 : 1;
		const header = which === 0 ? firstWrong : lastWrong;
		const startedAt = performance.now();
		check(header);
		times[which].push(performance.now() - startedAt);
		if (round % ROUNDS_IN_A_ROW === 0) await turn();
	}
	return welch(momentsOf(times[0]), momentsOf(times[1]));
}

/** What the times of a comparison tell of the right signature, in one line. Never asserted: machines differ. */
export async function timingReport(): Promise<string> {
	await tOf(nodesOwn);
	const measured = [await tOf(nodesOwn), await tOf(careless)];
	const [own, control] = measured.map((t) => Math.abs(t).toFixed(1));
	return (
		`the first digit wrong against the last, ${ROUNDS} times: |t| = ${own} (4.5 would be a leak); ` +
		`a comparison that stops early, measured in the same way: |t| = ${control}`
	);
}
