import type { Contender } from '../../shared/contenders/contender';
import { httpRequest } from '../../shared/contenders/httpRequest';
import { ourNode } from '../../shared/contenders/node';
import type { SpeedTask } from '../tasks/task';
import { bare } from './bare';
import { httpBulk, httpBulkLoop, httpLoop, httpPages } from './httpWorkflows';
import { inHelper } from './inHelper';
import { inNode } from './inNode';
import { magento } from './magento';
import { batchOf, pageRestOf, RETRY_MS } from './manners';

/** Who runs, by a short name. */
export type ContenderName =
	| 'ours'
	| 'http'
	| 'httpLoop'
	| 'httpBulk'
	| 'httpBulkLoop'
	| 'httpPages'
	| 'httpUnbounded'
	| 'magento'
	| 'inNode'
	| 'inHelper'
	| 'bare';

/** All contenders, with the nodes of the n8n in that folder. */
export const contendersOf = (modules: string): Record<ContenderName, Contender<SpeedTask>> => ({
	ours: ourNode,
	http: httpRequest<SpeedTask>(modules, 'HTTP Request', ({ setting }) => ({
		batch: batchOf(setting),
		pageIntervalMs: pageRestOf(setting),
		retryMs: RETRY_MS,
	})),
	httpLoop: httpLoop(modules),
	httpBulk: httpBulk(modules),
	httpBulkLoop: httpBulkLoop(modules),
	httpPages: httpPages(modules),
	httpUnbounded: httpRequest<SpeedTask>(modules, 'HTTP Request without a bound', () => ({
		onError: 'continueErrorOutput',
		retryMs: RETRY_MS,
	})),
	magento: magento(modules),
	inNode,
	inHelper,
	bare,
});
