import type { IDataObject } from 'n8n-workflow';
import { readyOf, type Contender } from '../../shared/contenders/contender';
import { runtimeCredential, runtimeNode } from '../../shared/runtimeNodes';
import { openWorkflow, outputsOf } from '../../shared/workflow';
import type { SpeedTask } from '../tasks/task';

const NAME = 'Magento 2';

/** n8n's Magento 2 node, *Order: Get Many* with *Return All*, at a shop that speaks Magento's own API. */
export const magento = (modules: string): Contender<SpeedTask> => ({
	name: "n8n's Magento 2 node",
	open({ stage, url }) {
		const host = new URL(url).origin;
		const parameters: IDataObject = {
			host,
			resource: 'order',
			operation: 'getAll',
			returnAll: true,
			filterType: 'none',
			options: {},
		};
		const start = openWorkflow(
			[
				{
					name: NAME,
					type: runtimeNode(modules, 'Magento/Magento2'),
					parameters,
					settings: { typeVersion: 1 },
				},
			],
			{
				types: [runtimeCredential(modules, 'Magento2Api')],
				values: { magento2Api: { host, accessToken: stage.token } },
			},
		);
		return readyOf(
			async () => await start(stage.input),
			(run) => {
				const rows = outputsOf(run, NAME).flatMap(([good = []]) => good.map(({ json }) => json));
				const { error } = run.data.resultData;
				const said = [error ? ('failed' as const) : ('done' as const)];
				return { said, rows, warned: false, ...(error ? { words: error.message } : {}) };
			},
		);
	},
});
