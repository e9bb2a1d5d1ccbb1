import { readFileSync, writeFileSync } from 'node:fs';

const MEGABYTE = 1024 ** 2;
const EVERY_MS = 5;

/** Linux keeps the highest resident size itself, and forgets it when it is told so. */
function forgetPeak(): boolean {
	try {
		writeFileSync('/proc/self/clear_refs', '5');
		return true;
	} catch {
		return false;
	}
}

function keptPeak(): number {
	const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
	return (Number(kilobytes) * 1024) / MEGABYTE;
}

const resident = (): number => process.memoryUsage.rss() / MEGABYTE;

/** Watches the resident memory from now on: gives what it was, and the most that it came to. */
export function peakFrom(): () => { peakMb: number; beforeMb: number } {
	const beforeMb = resident();
	if (forgetPeak()) return () => ({ beforeMb, peakMb: keptPeak() });
	let most = beforeMb;
	const look = (): void => {
		most = Math.max(most, resident());
	};
	const timer = setInterval(look, EVERY_MS);
	return () => {
		clearInterval(timer);
		look();
		return { beforeMb, peakMb: most };
	};
}
