import {
	readyOf,
	type Contender,
	type Ready,
	type Run,
} from '../../../shared/contenders/contender';
import type { SpeedTask } from '../../tasks/task';
import { BOUND } from '../bound';
import { createClient } from './client';
import { WORK } from './tasks';

/** The task by the bare client, with these input items. */
export function bareRun(
	{ stage, url }: Run<SpeedTask>,
	input: () => Promise<SpeedTask['input']>,
): Ready {
	const work = WORK[stage.setting.task];
	if (!work) throw new Error(`The bare client does not know ${stage.setting.task}`);
	const client = createClient(url, stage.token, BOUND);
	return readyOf(
		async () => {
			try {
				return await work(client, await input());
			} finally {
				client.close();
			}
		},
		({ said, rows }) => ({ said, rows, warned: false }),
	);
}

/** The limit: Node's own HTTP client, written for these tasks, and no n8n. */
export const bare: Contender<SpeedTask> = {
	name: 'bare client',
	open: (run) => bareRun(run, async () => run.stage.input),
};
