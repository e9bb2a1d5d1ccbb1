import type { Plot, Table } from '../section';
import { shownSpread } from '../start/figures';
import {
	CONTENDERS,
	withMemory,
	withoutMemory,
	answersAfterwards,
	bareWebhook,
} from './contenders';
import type { Outcome } from './run';
import {
	difference,
	executionsPerSecond,
	find,
	judgementOf,
	processorPerEvent,
	ratio,
	summaryOf,
} from './summary';
import type { Ran } from './trials';

const bold = (count: number): string => (count === 0 ? '0' : `**${count}**`);

/** What was right and wrong; before any word on time. */
export function correctnessTable(mixed: readonly Ran[]): Table {
	return {
		caption: 'Of all events sent with forged and repeated ones among them',
		head: [
			'',
			'Orders that arrived',
			'Lost',
			'Forged that got through',
			'Executed twice',
			'Forged answered 200',
			'Genuine not answered 200',
			'Nodes to wire',
		],
		rows: CONTENDERS.map((contender) => {
			const { arrived, lost, wronglyAccepted, twice, welcomed, turnedAway } = judgementOf(
				mixed,
				contender,
			);
			const wrong = [lost, wronglyAccepted, twice, welcomed, turnedAway].map(bold);
			return [contender.name, String(arrived), ...wrong, String(contender.nodes)];
		}),
	};
}

const whole = (value: number): string => value.toFixed(0);

/** The time of events with forged and repeated ones among them. */
export const speedTable = (mixed: readonly Ran[]): Table => ({
	caption:
		'Pace, and the answer to a genuine event: of the rounds the median (lowest–highest), of the answers in all rounds the quantiles',
	head: [
		'Connections',
		'Events',
		'',
		'Executions finished a second',
		'Events a second',
		'Answer p50, ms',
		'p95, ms',
		'p99, ms',
		'Processor for an event, ms',
	],
	rows: mixed.map((ran) => {
		const { executions, events, p50, p95, p99, processor } = summaryOf(ran);
		return [
			String(ran.trial.connections),
			`${ran.outcomes.length} × ${ran.trial.mix.count}`,
			ran.trial.contender.name,
			shownSpread(executions),
			shownSpread(events),
			...[p50, p95, p99].map(whole),
			shownSpread(processor),
		];
	}),
});

/** Nothing but genuine events, under each setting of n8n. */
export function pureTable(pure: readonly Ran[]): Table {
	const rows = [...new Set(pure.map(({ trial }) => trial.instance))].flatMap((instance) => {
		const bare = find(pure, bareWebhook, { instance });
		return [withMemory, withoutMemory, answersAfterwards, bareWebhook].flatMap((contender) => {
			const ran = find(pure, contender, { instance });
			if (!ran || !bare) return [];
			const { executions, processor, sandboxes } = summaryOf(ran);
			return [
				[
					instance.setting,
					contender.name,
					shownSpread(executions),
					shownSpread(ratio(ran, bare, executionsPerSecond), 2),
					shownSpread(processor),
					sandboxes.median.toFixed(1),
				],
			];
		});
	});
	return {
		caption:
			'Genuine events only, 50 connections: each event makes one execution, whoever receives it',
		head: [
			'Setting',
			'',
			'Executions finished a second',
			'of the Webhook node alone',
			'Processor for an event, ms',
			'Sandboxes for an event',
		],
		rows,
	};
}

/** Milliseconds between events that are finished: what one more takes. */
const timePerEvent = ({ seconds, answers }: Outcome): number => (seconds * 1000) / answers.length;

/** What it takes to know a repeated delivery. */
export function memoryTable(pure: readonly Ran[]): Table {
	const rows = [...new Set(pure.map(({ trial }) => trial.instance))].flatMap((instance) => {
		const without = find(pure, withoutMemory, { instance });
		return pure
			.filter(({ trial }) => trial.instance === instance && trial.contender === withMemory)
			.flatMap((ran) => {
				if (!without) return [];
				return [
					[
						instance.setting,
						(ran.trial.remembered ?? 0).toLocaleString('en'),
						shownSpread(difference(ran, without, timePerEvent)),
						shownSpread(difference(ran, without, processorPerEvent)),
					],
				];
			});
	});
	return {
		caption: '*Ignore Repeated Deliveries*: what it adds to an event, by how many are remembered',
		head: ['Setting', 'Remembered at first', 'Time, ms', 'of the processor, ms'],
		rows,
	};
}

/** The pace by connections. */
export function pacePlot(mixed: readonly Ran[]): Plot {
	const levels = [...new Set(mixed.map(({ trial }) => trial.connections))];
	return {
		name: 'webhooks',
		title: 'Signed webhooks, 10 % forged and 10 % repeated',
		kind: 'bars',
		unit: 'events a second',
		labels: levels.map((connections) => `${connections} connections`),
		series: CONTENDERS.map((contender) => ({
			name: contender.name,
			values: levels.map((connections) => {
				const ran = find(mixed, contender, { connections });
				return ran && summaryOf(ran).events;
			}),
		})),
	};
}
