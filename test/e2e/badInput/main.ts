import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../../scripts/lib/paths';
import { freePort } from '../../../scripts/lib/ports';
import { program } from '../../../scripts/lib/program';
import { say } from '../../../scripts/lib/say';
import { freePorts } from '../../../scripts/stage/services';
import { raiseStage } from '../../../scripts/stage/stage';
import { credentialSteps } from '../credentials';
import { runSteps } from '../run';
import { badInputStepsOf } from '.';

const folder = join(cacheFolder, 'bad-input');

/**
 * Bad input to the webhooks in a real n8n, and nothing else. `--quick`: as much of the corpora as in `npm run e2e`;
 * otherwise all of them, in every manner.
 */
async function main(): Promise<number> {
	rmSync(folder, { recursive: true, force: true });
	const stage = await raiseStage({
		n8nPort: await freePort(),
		ports: freePorts,
		userFolder: join(folder, 'n8n-home'),
		logName: 'bad-input-n8n.log',
	});
	say();
	const [saved] = credentialSteps;
	const steps = [...(saved ? [saved] : []), ...badInputStepsOf(!process.argv.includes('--quick'))];
	const { passed, failed } = await runSteps(steps, { ...stage, pictures: folder, scratch: folder });
	say(`\n${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

void program('bad-input', main);
