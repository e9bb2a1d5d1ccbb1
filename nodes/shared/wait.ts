import { sleep } from 'n8n-workflow';

const SLICE_MS = 200;

/**
 * Waits, and ends early where the execution is stopped. In slices: n8n-workflow's `sleep` cannot be
 * interrupted, and timers are barred from community nodes.
 */
export async function wait(ms: number, cancelled: () => boolean): Promise<void> {
	const end = Date.now() + ms;
	while (!cancelled()) {
		const left = end - Date.now();
		if (left <= 0) return;
		await sleep(Math.min(SLICE_MS, left));
	}
}
