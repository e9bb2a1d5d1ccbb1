import type { IHookFunctions } from 'n8n-workflow';
import { Failure, toFailure, toNodeError } from '../failure';

/** n8n shows the title alone when publishing fails: all words stand in it. */
const oneTitle = ({ facts, message: title }: Failure): Failure =>
	new Failure({ ...facts, title, words: undefined, advice: undefined });

const FAILED = 'registrationFailed';

/** Runs a hook that looks for a registration or makes one. */
export async function whileRegistering<T>(
	context: IHookFunctions,
	work: () => Promise<T>,
): Promise<T> {
	const data = context.getWorkflowStaticData('node');
	try {
		const result = await work();
		delete data[FAILED];
		return result;
	} catch (error) {
		data[FAILED] = true;
		throw toNodeError(context.getNode(), oneTitle(toFailure(error)));
	}
}

/**
 * Runs a hook that removes a registration. n8n also calls it after a registration that failed, and where it
 * fails too, keeps the webhook for registered: publishing again would then register nothing. What is left
 * behind is removed by the next registration.
 */
export async function whileRemoving(
	context: IHookFunctions,
	work: () => Promise<void>,
): Promise<void> {
	const data = context.getWorkflowStaticData('node');
	const afterFailure = data[FAILED] === true;
	delete data[FAILED];
	try {
		await work();
	} catch (error) {
		const failure = toFailure(error);
		if (!afterFailure) throw toNodeError(context.getNode(), oneTitle(failure));
		context.logger.warn(failure.message);
	}
}
