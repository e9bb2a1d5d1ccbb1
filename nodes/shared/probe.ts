import { createHash } from 'node:crypto';

/** Those who ask again within this time get the answer that was found. */
const GOOD_MS = 60_000;
/** A refusal counts only for those who ask together: the user may be mending its cause. */
const BAD_MS = 5_000;

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
	const entry = { until: now() + GOOD_MS, outcome: ask() };
	found.set(name, entry);
	entry.outcome.catch(() => {
		entry.until = Math.min(entry.until, now() + BAD_MS);
	});
	await entry.outcome;
}

/** Forgets all answers of this process; for tests. */
export function forgetProbes(): void {
	found.clear();
}
