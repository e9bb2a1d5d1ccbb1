import type { Cluster } from './cluster';
import { type Entry, isFailed } from './ledger';
import { type Letter, timesDone } from './letters';
import type { Course } from './run';
import { isAccepted, type Kind, type Sending } from './sender';

/** What became of the events that were answered 200, or done all the same. */
export interface Fates {
	accepted: number;
	/** One comment, and an execution that ended well. */
	once: number;
	/** No comment, and a failed execution. */
	failed: number;
	/** One comment, and no execution that ended well: the answer was lost with the worker. */
	failedAfterEffect: number;
	/** More than one comment. */
	twice: number;
	/** More than one comment, where the sender had hung up before n8n answered. */
	twiceAfterHangUp: number;
	/** No comment, and nothing that says so. */
	lost: number;
	/** Not yet decided when the patience was over. */
	open: number;
	/** Never answered 200, however often it was sent. */
	givenUp: number;
}

export interface Check {
	text: string;
	good: boolean;
}

type Fate = Exclude<keyof Fates, 'accepted'>;

const hungUp = ({ answers }: Sending): boolean => answers.includes(undefined);

function fateOf(sending: Sending, times: number, mine: Entry[]): Fate {
	if (times > 1) return hungUp(sending) ? 'twiceAfterHangUp' : 'twice';
	const done = mine.some(({ status }) => status === 'success');
	if (times === 1) return done ? 'once' : mine.some(isFailed) ? 'failedAfterEffect' : 'open';
	if (!isAccepted(sending) && mine.length === 0) return 'givenUp';
	if (done) return 'lost';
	if (mine.some(isFailed)) return 'failed';
	return mine.length > 0 ? 'open' : 'lost';
}

const byDelivery = (all: Entry[]): Map<string, Entry[]> => {
	const found = new Map<string, Entry[]>();
	for (const entry of all) {
		if (entry.delivery === null) continue;
		found.set(entry.delivery, [...(found.get(entry.delivery) ?? []), entry]);
	}
	return found;
};

export const ofKind = ({ mail }: Course, kind: Kind): Sending[] =>
	mail.sendings.filter((sending) => sending.kind === kind);

export function fatesOf({ edumalls }: Cluster, course: Course): Fates {
	const events = ofKind(course, 'event');
	const executions = byDelivery(course.entries);
	const fates: Fates = {
		accepted: events.filter(isAccepted).length,
		...{ once: 0, failed: 0, failedAfterEffect: 0, twice: 0, twiceAfterHangUp: 0 },
		...{ lost: 0, open: 0, givenUp: 0 },
	};
	for (const sending of events) {
		const times = timesDone(edumalls, sending.letter);
		fates[fateOf(sending, times, executions.get(sending.letter.id) ?? [])]++;
	}
	return fates;
}

/** What no load, no dead worker and no lost connection may break. */
export function checksOf(cluster: Cluster, course: Course, fates: Fates): Check[] {
	const executions = byDelivery(course.entries);
	const forged = ofKind(course, 'forged');
	const started = (letter: Letter) =>
		(executions.get(letter.id) ?? []).length + timesDone(cluster.edumalls, letter);
	const statuses = [...new Set(forged.flatMap(({ answers }) => answers))];
	const { accepted, lost, open } = fates;
	const twice = fates.twice + fates.twiceAfterHangUp;
	return [
		{
			text: `of ${accepted} accepted events, none is lost without a word (${lost} are)`,
			good: lost === 0,
		},
		{ text: `none is left undecided (${open} are)`, good: open === 0 && course.allEnded },
		{ text: `none was done twice (${twice} were)`, good: twice === 0 },
		{
			text: `${forged.length} forged deliveries started nothing, and none was answered 200 (answers: ${statuses.join(', ')})`,
			good: forged.every(({ letter, answers }) => started(letter) === 0 && !answers.includes(200)),
		},
		{
			text: 'most of the events were accepted and done',
			good: fates.once > 0.5 * ofKind(course, 'event').length,
		},
	];
}
