import { getExecution, itemsOf } from '../../../scripts/n8n/executions';
import type { Scene } from '../step';
import type { Row } from './case';

/** Works through a list with a bounded number of calls at the same time; results keep the order. */
export async function inParallel<T, R>(
	items: readonly T[],
	atOnce: number,
	work: (item: T) => Promise<R>,
): Promise<R[]> {
	const results: R[] = new Array<R>(items.length);
	const entries = items.entries();
	const lane = async () => {
		for (const [index, item] of entries) results[index] = await work(item);
	};
	await Promise.all(Array.from({ length: atOnce }, lane));
	return results;
}

export interface Stored {
	id: string;
	/** All that n8n has kept of it, as it gives it out. */
	text: string;
	/** What the trigger has put out; of a failed execution, its failure. */
	rows: Row[];
}

export async function storedExecutions(
	scene: Scene,
	ids: readonly string[],
	trigger: string,
): Promise<Stored[]> {
	const { request } = scene.session;
	return await inParallel(ids, 4, async (id) => {
		const text = JSON.stringify(await request<unknown>('GET', `/rest/executions/${id}`));
		const execution = await getExecution(request, id);
		const rows =
			execution.status === 'success'
				? itemsOf(execution, trigger)
				: [{ status: execution.status, message: execution.error?.message }];
		return { id, text, rows };
	});
}
