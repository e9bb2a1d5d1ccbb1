/**
 * What a person sees. Short lines: ✓ for what is done, … for what is going on, ✗ for what failed.
 */
const isTerminal = process.stdout.isTTY === true;

/** Where nobody watches a line change (CI, a file), a long step says this often that it is alive. */
const quietIntervalMs = 15_000;

export function say(line = ''): void {
	process.stdout.write(`${line}\n`);
}

export function ok(line: string): void {
	say(`✓ ${line}`);
}

export function fail(line: string): void {
	say(`✗ ${line}`);
}

export function duration(milliseconds: number): string {
	const seconds = milliseconds / 1000;
	if (seconds < 10) return `${seconds.toFixed(1)} s`;
	if (seconds < 90) return `${Math.round(seconds)} s`;
	return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Says what is going on inside a long step: `note('812 of 2,424 packages')`. */
export type Note = (detail: string) => void;

/**
 * Runs a step that takes a while and shows that it goes on: on a terminal one line that counts the
 * seconds, elsewhere a line now and then.
 */
export async function longStep<T>(title: string, work: (note: Note) => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	let detail = '';
	const elapsed = () => duration(Date.now() - startedAt);
	const line = () => `… ${title} (${elapsed()}${detail ? `, ${detail}` : ''})`;
	const show = () => {
		if (isTerminal) process.stdout.write(`\r\x1b[K${line()}`);
		else say(line());
	};
	if (isTerminal) show();
	else say(`… ${title}`);
	const ticker = setInterval(show, isTerminal ? 1000 : quietIntervalMs);
	try {
		const result = await work((text) => {
			detail = text;
		});
		if (isTerminal) process.stdout.write('\r\x1b[K');
		ok(`${title} (${elapsed()})`);
		return result;
	} catch (error) {
		if (isTerminal) process.stdout.write('\r\x1b[K');
		fail(`${title} (${elapsed()})`);
		throw error;
	} finally {
		clearInterval(ticker);
	}
}
