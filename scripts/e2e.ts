import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { badInputSteps } from '../test/e2e/badInput';
import { chromiumPath } from '../test/e2e/browser';
import { credentialSteps } from '../test/e2e/credentials';
import { registrationSteps } from '../test/e2e/dispatchRegistration';
import { dispatchTriggerSteps } from '../test/e2e/dispatchTrigger';
import { editorSteps } from '../test/e2e/editor';
import { exampleSteps } from '../test/e2e/examples';
import { runSteps } from '../test/e2e/run';
import { shippingSteps } from '../test/e2e/shipping';
import { webhookRestartSteps, webhookSteps } from '../test/e2e/webhook';
import { takeLock } from './lib/lock';
import { cacheFolder, root, shown } from './lib/paths';
import { freePort } from './lib/ports';
import { program } from './lib/program';
import { say } from './lib/say';
import { Trouble } from './lib/trouble';
import { freePorts } from './stage/services';
import { raiseStage } from './stage/stage';

const folder = join(cacheFolder, 'e2e');
const userFolder = join(folder, 'n8n-home');

/** `npm run e2e`: the slow layer, on a real n8n, the sandbox and a real browser. */
async function main(): Promise<number> {
	chromiumPath();
	const owner = takeLock(`${folder}.lock`);
	if (owner !== undefined) throw new Trouble(`npm run e2e is running already (process ${owner}).`);
	rmSync(folder, { recursive: true, force: true });
	const stage = await raiseStage({
		n8nPort: await freePort(),
		ports: freePorts,
		userFolder,
		logName: 'e2e-n8n.log',
		// The documented minute between two tries of a webhook passes in a second.
		webhookTimeScale: 60,
	});
	const pictures = process.argv.includes('--screenshots') ? join(root, 'docs', 'images') : folder;
	say();
	const { passed, failed } = await runSteps(
		[
			...credentialSteps,
			...exampleSteps(),
			...shippingSteps,
			...webhookSteps,
			...editorSteps,
			...dispatchTriggerSteps,
			...webhookRestartSteps,
			...registrationSteps(2),
			...badInputSteps,
		],
		{ ...stage, pictures, scratch: folder },
	);
	say(`\nPictures of the editor: ${shown(pictures)}`);
	if (failed > 0) say('What happened in detail: .cache/logs/e2e.log and .cache/logs/e2e-n8n.log');
	say(`${passed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

void program('e2e', main);
