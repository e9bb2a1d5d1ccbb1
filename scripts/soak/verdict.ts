import { BOUNDED, isLong, peakIn, rounded, trendIn, WATCHED, withUnit } from './figures';
import { MODULE_STATE } from './moduleState';
import type { LaneRecord, SoakRecord } from './record';

export interface Verdict {
	text: string;
	measured: string;
	good: boolean;
}

function ofLane({ title, tally, expected, succeeded, failed }: LaneRecord): Verdict[] {
	const { events, missing, twice, refused, wrong } = tally;
	const { least = 0, most = Infinity } = expected ?? {};
	const wanted = least === most ? ` of ${least}` : expected ? ` of ${least} to ${most}` : '';
	const good = events > 0 && missing === 0 && twice === 0 && wrong.length === 0;
	return [
		{
			text: `${title}: each has its one effect`,
			measured: [
				`${events} events, ${missing} missing, ${twice} twice, ${wrong.length} wrong, ${refused} not taken at once`,
				...wrong.slice(0, 3),
			].join('; '),
			good,
		},
		{
			text: `${title}: executions`,
			measured: `${succeeded}${wanted} succeeded, ${failed} failed`,
			good: failed === 0 && succeeded >= least && succeeded <= most,
		},
	];
}

/** What the nodes keep in the process once the load is over. */
function heldAtEnd({ moduleState }: SoakRecord): Verdict {
	const states = MODULE_STATE.filter(({ counted }) => counted !== undefined);
	const over = states.filter(
		({ counted }, index) => (moduleState[index] ?? 0) > (counted?.most ?? Infinity),
	);
	return {
		text: 'The nodes keep no more in the process than they should',
		measured:
			over.length === 0
				? `${states.length} variables looked at`
				: over.map(({ what }) => `too many ${what}`).join('; '),
		good: over.length === 0,
	};
}

/** Everything that is judged, one after another. */
export function verdicts(record: SoakRecord): Verdict[] {
	const { lanes, invalid, failures } = record;
	const bounds = BOUNDED.map((bounded): Verdict => {
		const peak = peakIn(record, bounded);
		return {
			text: `${bounded.text}: at most ${withUnit(bounded.most, bounded.unit)}`,
			measured: withUnit(peak, bounded.unit),
			good: peak <= bounded.most,
		};
	});
	const trends = (isLong(record) ? WATCHED : []).flatMap((watched): Verdict[] => {
		const { text, unit, perHour: bound } = watched;
		if (bound === undefined) return [];
		const { perHour, margin } = trendIn(record, watched);
		return [
			{
				text: `${text}: rises by less than ${withUnit(bound, unit)} an hour`,
				measured: `${withUnit(perHour, unit)} ± ${rounded(margin)}`,
				good: perHour < bound,
			},
		];
	});
	return [
		...lanes.flatMap(ofLane),
		{
			text: 'Requests fit the marketplaces’ specifications',
			measured: invalid.length === 0 ? 'all' : invalid.slice(0, 3).join('; '),
			good: invalid.length === 0,
		},
		{
			text: 'Failures',
			measured: String(failures.length),
			good: failures.length === 0,
		},
		heldAtEnd(record),
		...bounds,
		...trends,
	];
}
