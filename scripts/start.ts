import { join } from 'node:path';
import { takeLock } from './lib/lock';
import { cacheFolder } from './lib/paths';
import { needPort, portFromEnv } from './lib/ports';
import { forEver, interruptIsFine, program } from './lib/program';
import { ok, say } from './lib/say';
import { Trouble } from './lib/trouble';
import { demoOwner } from './n8n/session';
import { saveSandboxCredentials } from './stage/credentials';
import { type Example, importExamples, shippingExample, ships } from './stage/examples';
import { servicePorts } from './stage/services';
import { raiseStage, type Stage } from './stage/stage';
import { tellTheStory } from './stage/story';

/** The n8n of `npm start` is kept from one start to the next. */
const userFolder = join(cacheFolder, 'n8n-home');

/**
 * `npm start`: everything up, one order shipped before your eyes, the editor left open.
 * `npm start -- --once`: the same, then the end: 0 if all went well, 1 if not.
 */
async function main(): Promise<number> {
	needUserFolder();
	const once = process.argv.includes('--once');
	const n8nPort = portFromEnv('N8N_PORT', 5678);
	await needPort(n8nPort, 'n8n', 'N8N_PORT');
	const ports = await servicePorts();
	const stage = await raiseStage({ n8nPort, ports, userFolder, logName: 'n8n.log' });
	const shipping = await prepare(stage);
	const allWell = await tellTheStory(stage, shipping);
	if (once) return allWell ? 0 : 1;
	greet(stage);
	interruptIsFine();
	const end = await Promise.race([stage.n8n.ended, forEver()]);
	throw new Trouble(`${end}.`, '.cache/logs/n8n.log');
}

/** n8n keeps a database in the folder: two of them must not meet there, whatever their ports. */
function needUserFolder(): void {
	const owner = takeLock(`${userFolder}.lock`);
	if (owner === undefined) return;
	throw new Trouble(
		`Another npm start of this checkout is still running (process ${owner}). ` +
			'Stop it with Ctrl-C where it runs, then try again.',
	);
}

/** Credentials and workflows; gives the workflow that ships paid orders. */
async function prepare({ session, sandbox, n8n }: Stage): Promise<Example> {
	const credentials = await saveSandboxCredentials(session.request, sandbox);
	ok(`The credentials are there: ${names([...credentials.values()])}`);
	const examples = await importExamples(session.request, n8n.url, credentials, ships);
	ok(`The example workflows are there: ${names(examples.map(({ workflow }) => workflow))}`);
	const shipping = shippingExample(examples);
	sandbox.edumalls.webhook.url = shipping.trigger.url;
	ok(`‘${shipping.workflow.name}’ is active and listens to Edumalls’ order events`);
	return shipping;
}

function names(all: ReadonlyArray<{ name: string }>): string {
	return all.map(({ name }) => `‘${name}’`).join(', ');
}

function greet({ n8n, sandbox }: Stage): void {
	say(`
Look at it in your browser:
  ${n8n.url}
  E-mail    ${demoOwner.email}
  Password  ${demoOwner.password}

Another order on the sandbox’s Edumalls, paid at once:
  curl -X POST ${sandbox.edumalls.url}/_sandbox/orders -H 'Content-Type: application/json' -d '{"paid":true}'

It is an execution of ‘Edumalls: ship paid orders’ a moment later: look under Executions in the editor.

Ctrl-C stops everything. What you build is kept in .cache/n8n-home.`);
}

void program('start', main);
