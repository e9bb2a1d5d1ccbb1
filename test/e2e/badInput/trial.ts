import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { allExecutions } from '../../../scripts/n8n/executions';
import { eventually } from '../../../scripts/stage/orders';
import type { Scene } from '../step';
import type { Case, Receiver, Row } from './case';
import { inParallel, storedExecutions } from './executions';
import { exchange } from './wire';

/** Long enough for n8n to have stored an execution that it should not have started. */
const QUIET_MS = 1_000;
const AT_ONCE = 8;

/** What an uncaught error leaves in n8n's log, and what a crash leaves there at the next start. */
const CRASH = /uncaught|unhandled|session crashed|out of memory/i;

/** Sends one case; gives what is wrong with the answer. */
async function send({ url, secrets }: Receiver, one: Case): Promise<string[]> {
	const { statuses, text, isHanging } = await exchange(url, one.bytes, one.manner);
	const allowed = [one.status].flat();
	const wanted = one.responses ?? 1;
	const problems: string[] = [];
	if (isHanging) problems.push('the connection is left hanging');
	if (statuses.length !== wanted || !statuses.every((status) => allowed.includes(status))) {
		problems.push(`answered [${statuses.join()}], not ${allowed.join(' or ')} ${wanted} ×`);
	}
	if (secrets.some((secret) => text.includes(secret))) problems.push('a secret is in the answer');
	return problems.map((problem) => `${one.name}: ${problem}`);
}

/** What came out that should not have, and what should have and did not. */
function differences(wanted: Row[], got: Row[]): string[] {
	const left = got.map((row) => JSON.stringify(row));
	const missing = wanted.flatMap((row) => {
		const text = JSON.stringify(row);
		const at = left.indexOf(text);
		if (at === -1) return [text];
		left.splice(at, 1);
		return [];
	});
	const short = (text: string) => text.slice(0, 400);
	return [
		...missing.map((text) => `no execution has put out ${short(text)}`),
		...left.map((text) => `an execution that should not be: ${short(text)}`),
	];
}

/** Waits until the executions are there and over, and those that should not be there too. */
async function settled(scene: Scene, id: string, before: Set<string>, wanted: number) {
	const look = async () => await allExecutions(scene.session.request, id, before);
	await eventually(async () => {
		const found = await look();
		return found.length >= wanted && found.every(({ stoppedAt }) => stoppedAt !== null)
			? true
			: undefined;
	});
	await delay(QUIET_MS);
	return (await look()).map((found) => found.id);
}

/** Since a mark: what n8n has put out, and whether a secret or a crash is in its log. */
async function aftermath(scene: Scene, receiver: Receiver, cases: Case[], before: Set<string>) {
	const wanted = cases.flatMap(({ rows = [] }) => rows);
	const ids = await settled(scene, receiver.workflow.id, before, wanted.length);
	const stored = await storedExecutions(scene, ids, receiver.trigger);
	const leaked = stored.filter(({ text }) => receiver.secrets.some((one) => text.includes(one)));
	return [
		...differences(
			wanted,
			stored.flatMap(({ rows }) => rows),
		),
		...leaked.map(({ id }) => `a secret is in execution ${id}`),
	];
}

/**
 * Sends all cases, and then a good call. Every answer has to be the one expected, exactly the expected executions
 * have to be there with what they put out, n8n has to be alive, and no secret may have got anywhere.
 */
export async function tryAll(scene: Scene, receiver: Receiver, cases: Case[]): Promise<void> {
	assert.ok(cases.length > 0, 'there is nothing to try');
	const { id } = receiver.workflow;
	const before = new Set((await allExecutions(scene.session.request, id)).map((one) => one.id));
	const logged = scene.n8n.logTail(Infinity).length;
	const good = { ...receiver.good(), name: 'a good call afterwards' };
	const problems = (await inParallel(cases, AT_ONCE, (one) => send(receiver, one))).flat();
	problems.push(...(await send(receiver, good)));
	problems.push(...(await aftermath(scene, receiver, [...cases, good], before)));
	const { status } = await fetch(`${scene.n8n.url}/healthz`);
	if (status !== 200) problems.push(`n8n says of its health: ${status}`);
	const log = scene.n8n.logTail(Infinity).slice(logged);
	if (receiver.secrets.some((secret) => log.includes(secret))) {
		problems.push('a secret is in n8n’s log');
	}
	if (CRASH.test(log)) problems.push(`n8n’s log speaks of ${CRASH.exec(log)?.[0]}`);
	const shown = problems.slice(0, 20).join('\n');
	assert.equal(problems.length, 0, `${problems.length} of ${cases.length} cases:\n${shown}`);
}
