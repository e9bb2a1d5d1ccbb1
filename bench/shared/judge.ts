import type { Told } from './contenders/contender';
import type { Truth } from './stage';

/** What a run came to, held against the shop's store. */
export interface Verdict {
	/** Records of the list, or input items. */
	records: number;
	/** By what the run said. */
	done: number;
	failed: number;
	unknown: number;
	/** Neither done nor told. */
	lost: number;
	/** Writes that were carried out again; rows that came again. */
	twice: number;
	/** Told as done and are not, told as failed and are done, or a row that is no record. */
	misreported: number;
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

/** A `set` or a `read` has no reason to be unsure: it can be repeated until it is known. */
function judgeWrites({ said }: Told, times: number[], mayBeUnsure: boolean): Verdict {
	const count = (wanted: Told['said'][number]): number =>
		said.filter((one) => one === wanted).length;
	const wrong = said.filter((one, item) => {
		const isDone = (times[item] ?? 0) > 0;
		if (one === 'unknown') return !mayBeUnsure;
		return (one === 'done' && !isDone) || (one === 'failed' && isDone);
	});
	return {
		records: times.length,
		done: count('done'),
		failed: count('failed'),
		unknown: count('unknown'),
		lost: count('nothing'),
		twice: sum(times.map((one) => Math.max(0, one - 1))),
		misreported: wrong.length,
	};
}

function judgeList(told: Told, truth: Extract<Truth, { kind: 'list' }>): Verdict {
	const names = told.rows.map(truth.nameOf);
	const records = names.filter((name) => name !== undefined);
	const found = new Set(records);
	const wanted = truth.wanted();
	const done = wanted.filter((name) => found.has(name)).length;
	const missing = wanted.length - done;
	const isTold = told.warned || told.said[0] !== 'done';
	return {
		records: wanted.length,
		done,
		failed: isTold ? missing : 0,
		unknown: 0,
		lost: isTold ? 0 : missing,
		twice: records.length - found.size,
		misreported: names.length - records.length,
	};
}

/** Holds what a run said against what the shop has. */
export const judge = (told: Told, truth: Truth, mayBeUnsure: boolean): Verdict =>
	truth.kind === 'list' ? judgeList(told, truth) : judgeWrites(told, truth.times(), mayBeUnsure);

/** Nothing lost, nothing twice, nothing misreported. */
export const isClean = ({ lost, twice, misreported }: Verdict): boolean =>
	lost === 0 && twice === 0 && misreported === 0;
