import { triple } from '../../shared/markdown';
import { isRanked, type Entry, type SceneResult } from '../tasks/measure';
import { EFFECTS, type Setting } from '../tasks/task';
import type { Plot, Section, Spread, Table } from '../section';
import { spreadOf } from './figures';
import { count, NAMES, settingWords, times, timeSpread } from './words';

/** The times of a contender's runs. */
export const timeOf = ({ runs }: Entry): Spread | undefined => spreadOf(runs.map(({ ms }) => ms));

const worstOf = ({ runs }: Entry, figure: 'requests' | 'refused' | 'mostInFlight'): number =>
	Math.max(...runs.map((run) => run[figure]));

/** The bare client's median in a scene. */
export function limitOf({ entries }: SceneResult): number | undefined {
	const bare = entries.find(({ contender }) => contender === 'bare');
	return bare && timeOf(bare)?.median;
}

const wrongMark = (entry: Entry, setting: Setting): string =>
	isRanked(entry, setting) ? '' : ' (not ranked)';

/** The run that did worst: what is right is right in all of them. */
function worstRun({ runs }: Entry) {
	const badness = ({ verdict }: Entry['runs'][number]): number =>
		verdict.lost + verdict.twice + verdict.misreported + verdict.records - verdict.done;
	return [...runs].sort((a, b) => badness(b) - badness(a))[0];
}

function correctness(entry: Entry, setting: Setting): string[] {
	const run = worstRun(entry);
	if (!run) return ['–', '–'];
	const { verdict } = run;
	const done = `${count(verdict.done)} of ${count(verdict.records)}`;
	const acts = EFFECTS[setting.task] === 'act';
	return [triple(verdict), done, ...(acts ? [count(verdict.failed), count(verdict.unknown)] : [])];
}

function rowOf(entry: Entry, scene: SceneResult): string[] {
	const { setting } = scene.scene;
	const spread = timeOf(entry);
	const limit = limitOf(scene);
	return [
		NAMES[entry.contender] + wrongMark(entry, setting),
		...correctness(entry, setting),
		spread ? timeSpread(spread) : '–',
		spread && limit !== undefined ? times(spread.median / limit) : '–',
		count(worstOf(entry, 'requests')),
		...(setting.perSecond === undefined ? [] : [count(worstOf(entry, 'refused'))]),
		count(worstOf(entry, 'mostInFlight')),
	];
}

/** What came of one setting: what is right, then what is quick. */
export function tableOf(result: SceneResult): Table {
	const { setting } = result.scene;
	const effect = EFFECTS[setting.task];
	return {
		caption: `${settingWords(setting)}; runs: ${result.scene.runs}`,
		head: [
			'',
			'lost / twice / misreported',
			effect === 'read' ? 'unique rows' : 'done',
			...(effect === 'act' ? ['failed', 'unknown'] : []),
			'time',
			'of the bare client',
			'requests',
			...(setting.perSecond === undefined ? [] : ['refused (429)']),
			'in flight',
		],
		rows: result.entries.map((entry) => rowOf(entry, result)),
	};
}

/** The times of scenes side by side: a group of bars for each scene. */
export function timesPlot(
	name: string,
	title: string,
	results: SceneResult[],
	labelOf: (setting: Setting) => string,
): Plot {
	const contenders = [
		...new Set(results.flatMap(({ entries }) => entries.map(({ contender }) => contender))),
	];
	return {
		name,
		title,
		kind: 'bars',
		unit: 'milliseconds',
		logarithmic: true,
		labels: results.map(({ scene }) => labelOf(scene.setting)),
		series: contenders.map((contender) => ({
			name: NAMES[contender],
			values: results.map(({ entries }) => {
				const entry = entries.find((one) => one.contender === contender);
				return entry && timeOf(entry);
			}),
		})),
	};
}

/** A chapter of scenes, a table each. */
export const sectionOf = (
	title: string,
	text: string,
	results: SceneResult[],
	plots: Plot[],
): Section => ({ title, text, tables: results.map(tableOf), plots, goals: [] });
