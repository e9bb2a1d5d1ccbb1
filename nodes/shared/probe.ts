import { createHash } from 'node:crypto';
import { Failure } from './failure';

/**
 * Those who ask at about the same time get the same answer. No longer: the user may have mended the cause
 * of a refusal, and an answer that is no longer true would be blamed on something else.
 */
const SHARED_MS = 5_000;

const found = new Map<string, { until: number; outcome: Promise<void> }>();

/**
 * Asks a service once whether an account is good, for all who want to know at about the same time.
 * What the probe throws, all of them get.
 *
 * @param account whatever makes two accounts the same one; only its hash is kept
 */
export async function probe(
	account: string[],
	ask: () => Promise<void>,
	now: () => number = Date.now,
): Promise<void> {
	const name = createHash('sha256').update(JSON.stringify(account)).digest('hex');
	const known = found.get(name);
	if (known && known.until > now()) return await known.outcome;
	const entry = { until: Infinity, outcome: ask() };
	found.set(name, entry);
	const shareFor = (ms: number) => void (entry.until = now() + ms);
	entry.outcome.then(
		() => shareFor(SHARED_MS),
		// Where the service could not be asked, the next try asks.
		(error: unknown) => shareFor(error instanceof Failure && error.facts.transient ? 0 : SHARED_MS),
	);
	await entry.outcome;
}

/** Forgets all answers of this process; for tests. */
export function forgetProbes(): void {
	found.clear();
}
