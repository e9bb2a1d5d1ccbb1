import { startSandbox } from '../sandbox';
import { forEver, interruptIsFine, onStop, program } from './lib/program';
import { say } from './lib/say';
import { guideTo } from './stage/guide';
import { servicePorts } from './stage/services';

/** Runs the sandbox alone, in the foreground, until Ctrl-C. */
async function main(): Promise<number> {
	const ports = await servicePorts('npm run sandbox');
	const sandbox = await startSandbox(
		Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, { port }])),
	);
	onStop(async () => await sandbox.close());
	say(`${guideTo(sandbox)}\nCtrl-C stops it.\n`);
	interruptIsFine();
	return await forEver();
}

void program('sandbox', main);
