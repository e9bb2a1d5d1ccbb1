import type { Section, Spread, Table } from '../section';
import type { Entry, SceneResult } from '../tasks/measure';
import { spreadOf } from './figures';
import { MEMORY } from './texts';
import { NAMES, settingWords } from './words';

const addedBy = ({ runs }: Entry): Spread | undefined =>
	spreadOf(runs.map(({ peakMb, beforeMb }) => peakMb - beforeMb));

const megabytes = (spread: Spread | undefined): string =>
	spread
		? `${Math.round(spread.median)} MB (${Math.round(spread.low)} – ${Math.round(spread.high)})`
		: '–';

const tableOf = ({ scene, entries }: SceneResult): Table => ({
	caption: settingWords(scene.setting),
	head: ['', 'added by the run', 'the process at its highest'],
	rows: entries.map((entry) => [
		NAMES[entry.contender],
		megabytes(addedBy(entry)),
		megabytes(spreadOf(entry.runs.map(({ peakMb }) => peakMb))),
	]),
});

/** The chapter on memory. */
export function memorySection(results: SceneResult[]): Section {
	const contenders = [
		...new Set(results.flatMap(({ entries }) => entries.map(({ contender }) => contender))),
	];
	return {
		title: 'Memory',
		text: MEMORY,
		tables: results.map(tableOf),
		goals: [],
		plots: [
			{
				name: 'memory',
				title: 'Memory that a run adds',
				kind: 'bars',
				unit: 'megabytes',
				labels: results.map(({ scene }) => settingWords(scene.setting).replace(/, \d+ ms$/, '')),
				series: contenders.map((contender) => ({
					name: NAMES[contender],
					values: results.map(({ entries }) => {
						const entry = entries.find((one) => one.contender === contender);
						return entry && addedBy(entry);
					}),
				})),
			},
		],
	};
}
