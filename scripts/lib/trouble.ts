/**
 * Something a person can act on: its message says what happened and what to do.
 * Anything else that is thrown is a fault of ours, and only the log file gets its stack.
 */
export class Trouble extends Error {
	constructor(
		message: string,
		readonly logFile?: string,
	) {
		super(message);
		this.name = 'Trouble';
	}
}

export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** The `code` that Node puts on its own errors (`ENOENT`, `EADDRINUSE` …). */
export function codeOf(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
	return typeof error.code === 'string' ? error.code : undefined;
}
