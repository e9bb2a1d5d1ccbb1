import {
	readyOf,
	type Contender,
	type Ready,
	type Run,
} from '../../../shared/contenders/contender';
import type { SpeedTask } from '../../tasks/task';
import { BOUND } from '../bound';
import { createClient } from './client';
import { type Done, type Work, WORK } from './tasks';

/** How the task is done, whatever it is sent with. */
export function workOf({ stage }: Run<SpeedTask>): Work {
	const work = WORK[stage.setting.task];
	if (!work) throw new Error(`The bare client does not know ${stage.setting.task}`);
	return work;
}

export const readyTo = (run: () => Promise<Done>): Ready =>
	readyOf(run, ({ said, rows }) => ({ said, rows, warned: false }));

/** The task by the bare client, with these input items. */
export function bareRun(run: Run<SpeedTask>, input: () => Promise<SpeedTask['input']>): Ready {
	const work = workOf(run);
	const client = createClient(run.url, run.stage.token, BOUND);
	return readyTo(async () => {
		try {
			return await work(client, await input());
		} finally {
			client.close();
		}
	});
}

/** The limit: Node's own HTTP client, written for these tasks, and no n8n. */
export const bare: Contender<SpeedTask> = {
	name: 'bare client',
	open: (run) => bareRun(run, async () => run.stage.input),
};
