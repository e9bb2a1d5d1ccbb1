import { longStep } from '../../../scripts/lib/say';
import type { Effort, Section } from '../section';
import {
	answersAfterwards,
	bareWebhook,
	CONTENDERS,
	withMemory,
	withoutMemory,
} from './contenders';
import { genuineOnly, lettersOf, mixOf } from './events';
import { AS_IT_COMES, type Instance, LAZY, openInstance } from './instance';
import { sectionOf } from './report';
import { type Trial, inTurns } from './trials';
import { runOnce } from './run';

const ROUNDS = 5;

/** In each round. As many events as connections is the least; the rest is what five rounds leave time for. */
const LEVELS = [
	{ connections: 10, count: 50 },
	{ connections: 50, count: 100 },
	{ connections: 200, count: 200 },
];

/** The most that the trigger remembers. */
const FULL = 5000;

/** n8n compiles what it runs for the first time. */
async function warmUp(instance: Instance): Promise<void> {
	for (const contender of CONTENDERS) {
		await runOnce(instance, contender, lettersOf(genuineOnly(20)), 10);
	}
}

/** Forged and repeated events among the genuine ones, at several numbers of connections. */
const mixedTrials = (instance: Instance, levels: typeof LEVELS): Trial[] =>
	levels.flatMap(({ connections, count }) =>
		CONTENDERS.map((contender) => ({ contender, instance, connections, mix: mixOf(count) })),
	);

const PURE = { connections: 50, mix: genuineOnly(100) };

/** Nothing but genuine events, so that each makes one execution, whoever receives it. */
function pureTrials(instances: Instance[]): Trial[] {
	const contenders = [withMemory, withoutMemory, answersAfterwards, bareWebhook];
	const trials = instances.flatMap((instance) =>
		contenders.map((contender): Trial => ({ contender, instance, ...PURE })),
	);
	const full = instances.map((instance) => ({
		contender: withMemory,
		instance,
		...PURE,
		remembered: FULL,
	}));
	return [...trials, ...full];
}

/** How the package's signed webhook stands beside n8n's own. */
export async function measureWebhooks({ quick }: Effort): Promise<Section> {
	const settings = quick ? [AS_IT_COMES] : [AS_IT_COMES, LAZY];
	const instances = await longStep('Starting n8n for the webhooks', async () => {
		const opened = [];
		for (const setting of settings) opened.push(await openInstance(setting));
		if (!quick) for (const instance of opened) await warmUp(instance);
		return opened;
	});
	const [first] = instances;
	if (!first) throw new Error('n8n was not started');
	const levels = quick ? [{ connections: 10, count: 100 }] : LEVELS;
	const mixed = await longStep('Webhooks: forged and repeated among the genuine', async (note) => {
		return await inTurns(mixedTrials(first, levels), quick ? 1 : ROUNDS, note);
	});
	const pure = quick
		? []
		: await longStep('Webhooks: genuine only, and n8n with a setting changed', async (note) => {
				return await inTurns(pureTrials(instances), ROUNDS, note);
			});
	for (const instance of instances) await instance.close();
	return sectionOf({ mixed, pure, quick });
}
