import { openService } from '../../../test/sandboxed/service';
import { readyOf, type Contender } from './contender';
import { readOutcome } from './told';

/** This package's node, as it is by default, set to *Continue (using error output)*. */
export const ourNode: Contender = {
	name: 'this package',
	open({ stage, url, timeoutMs }) {
		const { folder, credentials, resource, operation, parameters } = stage.node;
		const { run } = openService(folder, credentials(url));
		const options = timeoutMs === undefined ? {} : { timeout: timeoutMs };
		const all = { ...parameters, options };
		return readyOf(
			async () => await run(resource, operation, all, stage.input, 'continueErrorOutput'),
			(outcome) => readOutcome(outcome, stage.input.length),
		);
	},
};
