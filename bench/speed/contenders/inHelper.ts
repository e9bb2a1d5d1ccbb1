import type { IExecuteFunctions } from 'n8n-workflow';
import { createEngine } from '../../../test/engine';
import type { Contender, Run } from '../../shared/contenders/contender';
import type { SpeedTask } from '../tasks/task';
import { readyTo, workOf } from './bare';
import { type Client, clientOf } from './bare/client';
import type { Done } from './bare/tasks';
import { nodeThat } from '../../../test/engine/nodeThat';

/** Sends as n8n lets a node send: each call by its helper, which opens a connection of its own. */
function helperClient({ helpers }: IExecuteFunctions, { stage, url }: Run<SpeedTask>): Client {
	const base = url.replace(/\/$/, '');
	const once = async (path: string, body: string) => {
		const {
			statusCode,
			body: text,
			headers,
		} = (await helpers.httpRequest({
			method: 'POST',
			url: base + path,
			headers: {
				Authorization: `Bearer ${stage.token}`,
				'Content-Type': 'application/json',
			},
			body,
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number; body: string; headers: Record<string, string | undefined> };
		return { status: statusCode, text, retryAfter: headers['retry-after'] };
	};
	return clientOf(once, () => undefined);
}

/**
 * The bare client on n8n's own HTTP helper, the one way in which a node may send. It shows how much of the distance
 * to the bare client is the helper's.
 */
export const inHelper: Contender<SpeedTask> = {
	name: 'bare client on n8n’s HTTP helper',
	open(run) {
		let done: Done | undefined;
		const sender = nodeThat([], async (context) => {
			done = await workOf(run)(helperClient(context, run), run.stage.input);
		});
		const engine = createEngine({
			nodes: [sender],
			credentialTypes: [],
			credentials: {},
		});
		return readyTo(async () => {
			const { error } = await engine.run('probe', { parameters: {} }, run.stage.input);
			if (!done) throw new Error(`n8n’s helper: ${String(error?.message)}`);
			return done;
		});
	},
};
