import type { ContenderName } from '../contenders';
import type { Goal } from '../section';
import { isRanked, type Entry, type SceneResult } from '../tasks/measure';
import { EFFECTS } from '../tasks/task';
import { limitOf, timeOf } from './chapter';
import { spreadOf } from './figures';
import { NAMES, settingWords, time, times } from './words';

/** n8n's own noise from run to run: who is nearer than this is level. */
const LEVEL = 1.02;

const WITHIN = 1.15;

/** Those that show a limit, and are nobody's workflow. */
const LIMITS: readonly ContenderName[] = ['bare', 'inNode', 'inHelper'];
const isLimit = ({ contender }: Entry): boolean => LIMITS.includes(contender);

const entryOf = ({ entries }: SceneResult, name: ContenderName): Entry | undefined =>
	entries.find(({ contender }) => contender === name);

const ourEntry = (result: SceneResult): Entry | undefined => entryOf(result, 'ours');

const medianOf = (entry: Entry): number => timeOf(entry)?.median ?? Infinity;

const cpuOf = ({ runs }: Entry): number => spreadOf(runs.map(({ cpuMs }) => cpuMs))?.median ?? 0;

const most = ({ runs }: Entry, figure: 'requests' | 'refused'): number =>
	Math.max(...runs.map((run) => run[figure]));

/** What one entry did more than another: the processor's work, and calls. */
function moreOf(ours: Entry, other: Entry): string {
	const work = cpuOf(ours) - cpuOf(other);
	const calls = most(ours, 'requests') - most(other, 'requests');
	const refused = most(ours, 'refused') - most(other, 'refused');
	return [
		`${time(Math.abs(work))} ${work < 0 ? 'less' : 'more'} work of the processor`,
		...(calls > 0 ? [`${calls} more requests`] : []),
		...(refused > 0 ? [`of them ${refused} more refused with 429`] : []),
	].join(', ');
}

interface Ahead {
	setting: string;
	who: string;
	by: number;
	/** In what the two differ, as a line of a list. */
	cause: string;
}

function aheadIn(result: SceneResult): Ahead[] {
	const ours = ourEntry(result);
	if (!ours) return [];
	const { setting } = result.scene;
	const words = settingWords(setting);
	return result.entries
		.filter((entry) => entry !== ours && !isLimit(entry) && isRanked(entry, setting))
		.filter((entry) => medianOf(entry) * LEVEL < medianOf(ours))
		.map((entry) => ({
			setting: words,
			who: NAMES[entry.contender],
			by: medianOf(ours) / medianOf(entry),
			cause: `\n  - ${words}: ${time(medianOf(ours) - medianOf(entry))} later than ${NAMES[entry.contender]}, with ${moreOf(ours, entry)}`,
		}));
}

/** Whether anything that people build today is quicker somewhere, and right. */
export function aheadGoal(results: SceneResult[]): Goal {
	const mine = results.filter((result) => ourEntry(result) !== undefined);
	const ahead = mine.flatMap(aheadIn);
	const words = ahead.map(({ setting, who, by }) => `${who} by ${times(by)} (${setting})`);
	return {
		text: 'No contender but the bare client is ahead anywhere',
		reached: ahead.length === 0,
		measured: ahead.length === 0 ? `none in ${mine.length} settings` : `ahead: ${words.join('; ')}`,
		...(ahead.length > 0 ? { cause: ahead.map(({ cause }) => cause).join('') } : {}),
	};
}

interface Distance {
	result: SceneResult;
	ratio: number;
}

/** Where the distance comes from, as a line of a list: n8n's HTTP helper, more work, more calls. */
function causeOf({ result, ratio }: Distance): string {
	const ours = ourEntry(result);
	const bare = entryOf(result, 'bare');
	if (!ours || !bare) return '';
	const gap = medianOf(ours) - medianOf(bare);
	const helper = entryOf(result, 'inHelper');
	const limit = helper
		? `, the bare client on n8n’s HTTP helper ${times(medianOf(helper) / medianOf(bare))}`
		: '';
	return `\n  - ${settingWords(result.scene.setting)}: ${times(ratio)}${limit}; ${time(gap)} later than the bare client, with ${moreOf(ours, bare)}`;
}

/** How far this package is from the limit, where it sends or reads much. */
export function distanceGoal(results: SceneResult[]): Goal {
	const much = results.filter(({ scene }) => EFFECTS[scene.setting.task] !== 'act');
	const distances = much.flatMap((result): Distance[] => {
		const ours = ourEntry(result);
		const limit = limitOf(result);
		return ours && limit !== undefined ? [{ result, ratio: medianOf(ours) / limit }] : [];
	});
	const sorted = [...distances].sort((a, b) => b.ratio - a.ratio);
	const missed = sorted.filter(({ ratio }) => ratio > WITHIN);
	const [worst] = sorted;
	return {
		text: `Within ${WITHIN} × of the bare client on every bulk and listing task`,
		reached: missed.length === 0,
		measured: worst
			? `within it in ${sorted.length - missed.length} of ${sorted.length} settings; at most ${times(worst.ratio)}`
			: 'nothing',
		...(missed.length > 0 ? { cause: missed.map(causeOf).join('') } : {}),
	};
}

/** Whether this package was right in every run. */
export function rightGoal(results: SceneResult[]): Goal {
	const mine = results.filter((result) => ourEntry(result) !== undefined);
	const wrong = mine.filter((result) => {
		const ours = ourEntry(result);
		return ours && !isRanked(ours, result.scene.setting);
	});
	return {
		text: 'Nothing lost, twice or misreported in any run of this package',
		reached: wrong.length === 0,
		measured:
			wrong.length === 0
				? `right in all ${mine.length} settings`
				: `wrong in: ${wrong.map(({ scene }) => settingWords(scene.setting)).join('; ')}`,
	};
}
