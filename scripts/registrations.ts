import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { credentialSteps } from '../test/e2e/credentials';
import { registrationSteps } from '../test/e2e/dispatchRegistration';
import { runSteps } from '../test/e2e/run';
import { cacheFolder } from './lib/paths';
import { freePort } from './lib/ports';
import { program } from './lib/program';
import { say } from './lib/say';
import { freePorts } from './stage/services';
import { raiseStage } from './stage/stage';

const RESTARTS = 10;
const folder = join(cacheFolder, 'registrations');

/**
 * `npm run e2e:registrations`: what the Dispatch Trigger has registered in Dispatch, over 10 restarts of n8n.
 * `--looks-at-start`: without n8n's publication service, so that its triggers look at every start whether
 * they are registered.
 */
async function main(): Promise<number> {
	rmSync(folder, { recursive: true, force: true });
	const looksAtStart = process.argv.includes('--looks-at-start');
	const stage = await raiseStage({
		n8nPort: await freePort(),
		ports: freePorts,
		userFolder: join(folder, 'n8n-home'),
		logName: 'registrations-n8n.log',
		env: looksAtStart ? { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' } : {},
	});
	say();
	const [saved] = credentialSteps;
	const steps = [...(saved ? [saved] : []), ...registrationSteps(RESTARTS, looksAtStart)];
	const { passed, failed } = await runSteps(steps, { ...stage, pictures: folder, scratch: folder });
	say(`\n${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

void program('registrations', main);
