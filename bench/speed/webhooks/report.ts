import type { Goal, Section, Spread } from '../section';
import { shownSpread } from '../start/figures';
import {
	answersAfterwards,
	answersAtOnce,
	bareWebhook,
	withMemory,
	withoutMemory,
} from './contenders';
import type { Instance } from './instance';
import type { Outcome } from './run';
import { executionsPerSecond, find, judgementOf, ratio, summaryOf } from './summary';
import { correctnessTable, memoryTable, pacePlot, pureTable, speedTable } from './tables';
import type { Ran } from './trials';

/** Everything that was measured. */
export interface Facts {
	/** With forged and repeated events. */
	mixed: Ran[];
	/** Without, under each setting of n8n; empty after a quick run. */
	pure: Ran[];
	quick: boolean;
}

const TEXT = `Signed Edumalls events (order paid, 2 kB) go to one n8n 2.41 on SQLite, in turns to each of five workflows, \
each followed by a node that does nothing; one in ten is forged, one in ten comes twice. *Edumalls Trigger* is this \
package, once as it comes, once with *Ignore Repeated Deliveries* off. *Webhook + Crypto + IF* takes the raw body, \
computes its HMAC and compares; it answers before it knows, so every forged event is told 200. With *Respond to \
Webhook* it answers 200 or 401 afterwards. *Webhook alone* verifies nothing: the limit. Time runs from the first call \
until n8n has finished the last execution, read from its database; the processor's time is that of the n8n process.

n8n 2.41 makes a sandbox (a V8 isolate) for the expressions of each execution, and one more for each call to a webhook \
that is not its own Webhook node, whether there are expressions or not. \`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true\`, \
which n8n calls experimental, makes one only where there is an expression to work out; a workflow that uses \
expressions after its trigger still needs one for each execution.`;

const THROUGHPUT = 0.95;

function correctnessGoal(all: readonly Ran[]): Goal {
	const found = [withMemory, withoutMemory].map((contender) => judgementOf(all, contender));
	const sum = (value: (judgement: (typeof found)[number]) => number) =>
		found.reduce((total, one) => total + value(one), 0);
	const lost = sum((one) => one.lost + one.turnedAway + one.failed);
	const through = sum((one) => one.wronglyAccepted + one.welcomed);
	const twice = judgementOf(all, withMemory).twice;
	return {
		text: 'Edumalls Trigger: none lost, none forged let through or told 200, none executed twice',
		measured: `${lost} lost, ${through} forged, ${twice} twice`,
		reached: lost + through + twice === 0,
	};
}

interface Rivals {
	ours: Ran;
	other: Ran;
}

function causeOf({ ours, other }: Rivals): string {
	const tell = (ran: Ran) => {
		const { sandboxes, processor } = summaryOf(ran);
		return `${sandboxes.median.toFixed(1)} and ${shownSpread(processor, 0)} ms of the processor`;
	};
	return (
		`For an event n8n made this many sandboxes for expressions: with Edumalls Trigger ${tell(ours)}, ` +
		`with ${other.trial.contender.name} ${tell(other)}. n8n 2.41 makes one for each call to a webhook that is not ` +
		'its own Webhook node, whatever the node contains (`webhookPhaseNeedsIsolate`), and throws it away after.'
	);
}

function throughputGoal(pure: readonly Ran[], instance: Instance): Goal[] {
	const ours = find(pure, withoutMemory, { instance });
	const other = find(pure, bareWebhook, { instance });
	if (!ours || !other) return [];
	const share = ratio(ours, other, executionsPerSecond);
	const reached = share.median >= THROUGHPUT;
	return [
		{
			text: `At least ${THROUGHPUT} × of the bare Webhook node's throughput, verification on, deduplication off (${instance.setting})`,
			measured: `${shownSpread(share, 2)} ×`,
			reached,
			cause: reached ? undefined : causeOf({ ours, other }),
		},
	];
}

const eventsPerSecond = ({ answers, seconds }: Outcome): number => answers.length / seconds;

/** Ours without memory beside the two that verify too and remember nothing either, wherever both ran. */
function rivalGoal(all: readonly Ran[], title: string): Goal[] {
	const pairs = all
		.filter(({ trial }) => [answersAtOnce, answersAfterwards].includes(trial.contender))
		.flatMap((other): Array<Rivals & { share: Spread }> => {
			const { instance, connections } = other.trial;
			const ours = find(all, withoutMemory, { instance, connections });
			return ours ? [{ ours, other, share: ratio(ours, other, eventsPerSecond) }] : [];
		})
		.sort((a, b) => a.share.median - b.share.median);
	const [worst] = pairs;
	if (!worst) return [];
	const { contender, connections } = worst.other.trial;
	const reached = worst.share.median >= 1;
	return [
		{
			text: `No contender that verifies is ahead of Edumalls Trigger (${title})`,
			measured: `at worst ${shownSpread(worst.share, 2)} × of ${contender.name}, at ${connections} connections`,
			reached,
			cause: reached ? undefined : causeOf(worst),
		},
	];
}

/** The chapter, with no word on time after a quick run. */
export function sectionOf({ mixed, pure, quick }: Facts): Section {
	const instances = [...new Set(pure.map(({ trial }) => trial.instance))];
	const tables = [correctnessTable(mixed), speedTable(mixed)];
	return {
		title: 'Webhooks',
		text: TEXT,
		tables: quick ? tables : [...tables, pureTable(pure), memoryTable(pure)],
		plots: quick ? [] : [pacePlot(mixed)],
		goals: [
			correctnessGoal([...mixed, ...pure]),
			...instances.flatMap((instance) => throughputGoal(pure, instance)),
			...(quick ? [] : rivalGoal(mixed, 'forged and repeated among the genuine, n8n as it comes')),
			...instances.flatMap((instance) =>
				rivalGoal(
					pure.filter(({ trial }) => trial.instance === instance),
					`genuine only, ${instance.setting}`,
				),
			),
		],
	};
}
