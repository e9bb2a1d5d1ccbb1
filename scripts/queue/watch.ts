import { setTimeout as delay } from 'node:timers/promises';

/** Comes back when something has become so; false if it has not by then. */
export async function until(
	isSo: () => boolean | Promise<boolean>,
	timeoutMs: number,
	everyMs = 200,
): Promise<boolean> {
	const end = Date.now() + timeoutMs;
	while (!(await isSo())) {
		if (Date.now() > end) return false;
		await delay(everyMs);
	}
	return true;
}
