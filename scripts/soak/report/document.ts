import { join } from 'node:path';
import { table } from '../../../bench/shared/markdown';
import { root } from '../../lib/paths';
import { say } from '../../lib/say';
import { quantile } from '../watch/sample';
import { MODULE_STATE } from '../moduleState';
import type { SoakRecord } from '../record';
import { BOUNDED, KB, peakIn, rounded, settled, trendIn, WATCHED, withUnit } from '../figures';
import { verdicts } from '../verdict';
import { draw, writeMarkdown } from './draw';
import { plotsOf, type Plot } from './plots';
import { HOW, KEPT, RUN } from './words';

const DOCUMENT = join('docs', 'endurance.md');
const PICTURES = join('docs', 'images', 'endurance');

const mark = (good: boolean): string => (good ? 'yes' : '**no**');

function result(record: SoakRecord): string {
	const missed = verdicts(record).filter(({ good }) => !good);
	const events = record.lanes.reduce((sum, { tally }) => sum + tally.events, 0);
	const executions = record.lanes.reduce((sum, { succeeded }) => sum + succeeded, 0);
	const first = `In ${record.minutes} minutes ${events.toLocaleString('en')} events were taken and ${executions.toLocaleString('en')} executions ran.`;
	if (missed.length === 0) {
		return `${first} Every event had its one effect, no execution failed, and nothing that is watched rises beyond its bound.`;
	}
	const lines = missed.map(({ text, measured }) => `- ${text}: ${measured}`);
	return [`${first} Missed:`, '', ...lines].join('\n');
}

const lanes = ({ lanes: all }: SoakRecord): string =>
	table(
		[
			'what',
			'taken',
			'without effect',
			'twice',
			'otherwise wrong',
			'not taken at once',
			'executions',
			'failed',
		],
		all.map(({ title, tally, succeeded, failed }) =>
			[
				title,
				...[tally.events, tally.missing, tally.twice, tally.wrong.length, tally.refused],
				...[succeeded, failed],
			].map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)),
		),
	);

function trends(record: SoakRecord): string {
	const rows = WATCHED.map((watched) => {
		const { text, unit, perHour } = watched;
		const trend = trendIn(record, watched);
		const bound = perHour === undefined ? '–' : withUnit(perHour, unit);
		const values = watched.points(settled(record)).map(({ value }) => value);
		return [
			text,
			`${rounded(Math.min(...values))} to ${withUnit(Math.max(...values), unit)}`,
			`${withUnit(trend.perHour, unit)} ± ${rounded(trend.margin)}`,
			bound,
			perHour === undefined ? '–' : mark(trend.perHour < perHour),
		];
	});
	return table(['after the warm-up', 'range', 'rise an hour (95 %)', 'bound', 'kept'], rows);
}

function bounds(record: SoakRecord): string {
	const rows = BOUNDED.map((bounded) => {
		const peak = peakIn(record, bounded);
		const { text, unit, most } = bounded;
		return [text, withUnit(peak, unit), withUnit(most, unit), mark(peak <= most)];
	});
	return table(['at any time', 'most', 'bound', 'kept'], rows);
}

function kept({ atEnd: { database } }: SoakRecord): string {
	const rows = [
		...database.staticData.map(({ name, bytes }) => [name, 'static data', bytes, '']),
		...database.processed.map(({ name, bytes, entries }) => [
			name,
			'processed items',
			bytes,
			entries,
		]),
	];
	return table(
		['workflow', 'what', 'at the end', 'entries'],
		rows.map(([name, what, bytes, entries]) => [
			String(name),
			String(what),
			withUnit(Number(bytes) / KB, 'KB'),
			entries === '' ? '' : Number(entries).toLocaleString('en'),
		]),
	);
}

function moduleState({ moduleState: counts }: SoakRecord): string {
	let next = 0;
	const rows = MODULE_STATE.map(({ module, variable, what, bound, why, counted }) => {
		const found = counted ? counts[next++] : undefined;
		const end = typeof found === 'number' ? found.toLocaleString('en') : '–';
		return [`\`${module}.ts\`: \`${variable}\``, what, bound, why, end];
	});
	return table(['where', 'what', 'bound', 'why', 'after the run'], rows);
}

const picture = ({ name, title, alt }: Plot): string =>
	`![${title}. ${alt}](images/endurance/${name}.svg)`;

function around({ requests, disturbances, logins, unanswered, samples }: SoakRecord): string {
	const all = Object.values(requests).reduce((sum, one) => sum + one.requests, 0);
	const limited = Object.values(requests).reduce((sum, one) => sum + one.limited, 0);
	const cpu = (samples.at(-1)?.n8n.cpu ?? 0) - (samples[0]?.n8n.cpu ?? 0);
	const seconds = (samples.at(-1)?.seconds ?? 0) - (samples[0]?.seconds ?? 0);
	const load = quantile(
		samples.map((sample) => sample.load).sort((a, b) => a - b),
		0.5,
	);
	return [
		`The five marketplaces got ${all.toLocaleString('en')} requests, all of which fit their specifications. ${limited.toLocaleString('en')} were answered 429, and ${disturbances.revocations} times a marketplace ended its tokens: there were ${logins.edumalls} logins at Edumalls and ${logins.elryan} at Elryan.`,
		`n8n used ${Math.round((100 * cpu) / seconds)} % of one core. ${unanswered} of ${samples.length + unanswered} looks got no answer in time. The load of the whole machine was ${rounded(load)} (median).`,
	].join(' ');
}

function documentOf(record: SoakRecord, plots: Plot[]): string {
	const [memory, handles, data, answers, database] = plots.map(picture);
	const steps = record.lanes.map(({ title, text }) => `- **${title}**: ${text}.`);
	return [
		'# Endurance: an hour of steady load',
		'Made by `npm run soak`; do not edit.',
		record.machine,
		'## Result',
		result(record),
		lanes(record),
		around(record),
		'## What runs',
		RUN,
		steps.join('\n'),
		HOW,
		'## Memory, handles, threads',
		trends(record),
		memory,
		handles,
		bounds(record),
		answers,
		'## What is kept in n8n’s database',
		KEPT,
		kept(record),
		data,
		database,
		'## What the nodes keep in the process',
		'All variables of the nodes and credentials that outlive a call, found by reading; counted at the end of the run through the inspector.',
		moduleState(record),
	].join('\n\n');
}

/** Writes docs/endurance.md and its pictures. */
export async function writeDocument(record: SoakRecord): Promise<void> {
	const plots = plotsOf(record);
	await draw(plots, record.minutes, join(root, PICTURES));
	await writeMarkdown(join(root, DOCUMENT), documentOf(record, plots));
	say(`The result is in ${DOCUMENT}.`);
}
