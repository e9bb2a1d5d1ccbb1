import type { Calls } from './child';

interface Question {
	id: number;
	name: string;
	argument: never;
}

/** Answers the calls of the process that started this one. */
export function serve(calls: Calls): void {
	const reply = (message: object): void => {
		// Who asked may have ended before the answer.
		if (process.connected) process.send?.(message);
	};
	const answer = async ({ id, name, argument }: Question): Promise<void> => {
		try {
			reply({ id, value: await calls[name]?.(argument) });
		} catch (error) {
			reply({ id, error: error instanceof Error ? (error.stack ?? '') : String(error) });
		}
	};
	process.on('message', (question: Question) => void answer(question));
	process.on('disconnect', () => process.exit());
}
