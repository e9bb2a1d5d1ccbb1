import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { allExecutions, finishedExecution } from '../../../scripts/n8n/executions';
import type { Scene, Step } from '../step';
import { close, newSecret, openEdumalls } from './receivers';
import { event, signed } from './event';
import { storedExecutions } from './executions';
import { tryAll } from './trial';
import { exchange, leave, requestTo } from './wire';

const SLOW_CALLERS = 200;

/** Connections that begin a request and never end it. */
async function slowCallers(url: string): Promise<Socket[]> {
	const { hostname, port } = new URL(url);
	const beginnings = [
		'POST / HT',
		`POST ${new URL(url).pathname} HTTP/1.1\r\nHost: x\r\nX-A: b\r\n`,
		requestTo(url, { body: '{', contentLength: 1_000 }),
		requestTo(url, {
			headers: ['Transfer-Encoding: chunked'],
			contentLength: null,
			body: '5\r\n{"a"',
		}),
	];
	const sockets = Array.from({ length: SLOW_CALLERS }, async (_, index) => {
		const socket = connect(Number(port), hostname);
		socket.on('error', () => undefined);
		await new Promise((resolve) => socket.once('connect', resolve));
		socket.write(beginnings[index % beginnings.length] ?? '');
		return socket;
	});
	return await Promise.all(sockets);
}

const slowCallersStep: Step = {
	title: `bad input: ${SLOW_CALLERS} callers who never finish hold up nobody, and start nothing when they go`,
	async run(scene) {
		const secret = newSecret();
		const receiver = await openEdumalls(scene, 'slow callers', [secret]);
		const sockets = await slowCallers(receiver.url);
		try {
			const meanwhile = () => [1, 2, 3].map(() => signed(receiver.url, event(), secret));
			await tryAll(scene, receiver, meanwhile());
			for (const socket of sockets) socket.destroy();
			await tryAll(scene, receiver, meanwhile());
		} finally {
			for (const socket of sockets) socket.destroy();
			await close(scene, [receiver]);
		}
	},
};

const wait = {
	id: randomUUID(),
	name: 'Wait',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	position: [220, 0] as [number, number],
	parameters: { amount: 6 },
};

/** The marketplace gives up after 10 seconds, and would send the event again. */
async function answeredWhileAtWork(scene: Scene): Promise<void> {
	const secret = newSecret();
	const receiver = await openEdumalls(scene, 'slow workflow', [secret], { next: wait });
	try {
		const { bytes } = signed(receiver.url, event(), secret);
		const { statuses } = await exchange(receiver.url, bytes);
		const [execution, ...more] = await allExecutions(scene.session.request, receiver.workflow.id);
		assert.deepEqual(statuses, [200]);
		assert.ok(execution && more.length === 0, 'one event is one execution');
		assert.equal(execution.stoppedAt, null, 'the answer came only when the workflow was through');
		const { status } = await finishedExecution(scene.session.request, execution.id);
		assert.equal(status, 'success');
	} finally {
		await close(scene, [receiver]);
	}
}

/** Early enough for n8n to be anywhere between the first byte and its answer. */
const LEFT_AFTER_MS = [0, 1, 2, 5, 10, 20, 40, 80, 160, 320];

/** The marketplace that has hung up sends again; whatever n8n made of the first time, the two are one execution. */
async function leftAndSentAgain(scene: Scene): Promise<void> {
	const secret = newSecret();
	const receiver = await openEdumalls(scene, 'hung up', [secret]);
	try {
		const { url, workflow, trigger } = receiver;
		const events = LEFT_AFTER_MS.map((afterMs) => ({ afterMs, sent: event() }));
		await Promise.all(
			events.map(async ({ afterMs, sent }) => {
				await leave(url, signed(url, sent, secret).bytes, afterMs);
			}),
		);
		const again = events.map(async ({ sent }) => {
			return await exchange(url, signed(url, sent, secret).bytes);
		});
		for (const { statuses } of await Promise.all(again)) assert.deepEqual(statuses, [200]);
		await tryAll(scene, receiver, [signed(url, event(), secret)]);
		const ids = (await allExecutions(scene.session.request, workflow.id)).map(({ id }) => id);
		const stored = await storedExecutions(scene, ids, trigger);
		const out = stored.flatMap(({ rows }) => rows.map(({ deliveryId }) => deliveryId));
		for (const { afterMs, sent } of events) {
			const times = out.filter((id) => id === sent.row.deliveryId).length;
			assert.equal(times, 1, `executions of the event whose sender left after ${afterMs} ms`);
		}
	} finally {
		await close(scene, [receiver]);
	}
}

export const slowSteps: Step[] = [
	slowCallersStep,
	{
		title: 'bad input: a slow workflow does not keep the marketplace waiting',
		run: answeredWhileAtWork,
	},
	{
		title: 'bad input: who hangs up before the answer and sends again starts one execution',
		run: leftAndSentAgain,
	},
];
