import { Failure, type FailureFacts } from '../../nodes/shared/failure';

/** The facts of the Failure that is thrown; anything else that happens is an error. */
export function refusedBy(run: () => unknown): FailureFacts {
	try {
		run();
	} catch (error) {
		if (error instanceof Failure) return error.facts;
		throw error;
	}
	throw new Error('Nothing was refused');
}

/** The same of a promise. */
export async function refusedLater(running: Promise<unknown>): Promise<FailureFacts> {
	const settled = await running.then(
		() => undefined,
		(error: unknown) => error,
	);
	return refusedBy(() => {
		throw settled ?? new Error('Nothing was refused');
	});
}
