import { openService } from '../../../test/sandboxed/service';
import type { Contender } from './contender';
import { readOutcome } from './told';

/** This package's node, as it is by default, set to *Continue (using error output)*. */
export const ourNode: Contender = {
	name: 'this package',
	async run({ stage, url, timeoutMs }) {
		const { folder, credentials, resource, operation, parameters } = stage.node;
		const { run } = openService(folder, credentials(url));
		const options = timeoutMs === undefined ? {} : { timeout: timeoutMs };
		const all = { ...parameters, options };
		const outcome = await run(resource, operation, all, stage.input, 'continueErrorOutput');
		return readOutcome(outcome, stage.input.length);
	},
};
