import { duration } from '../../lib/say';
import type { Bulk } from '../afterwards';
import type { Effort } from '../effort';
import type { Fates } from '../judge';
import { ofKind } from '../judge';
import type { Course } from '../run';

const count = <T>(all: T[], nameOf: (one: T) => string): string => {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
	const sorted = [...counts].sort(([, a], [, b]) => b - a);
	return sorted.map(([name, times]) => `${times} × ${name}`).join(', ') || 'none';
};

function quantiles(milliseconds: number[]): string {
	const sorted = milliseconds.toSorted((a, b) => a - b);
	const at = (share: number): string =>
		duration(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
	return `${at(0.5)} / ${at(0.95)} / ${at(1)}`;
}

const answerName = (answer: number | undefined): string =>
	answer === undefined ? 'no answer within 10 s' : String(answer);

/** What was sent, and how it was answered. */
export function sendingRows(course: Course, { connections }: Effort): string[][] {
	const { sendings } = course.mail;
	const events = ofKind(course, 'event');
	const answers = (kind: 'event' | 'forged' | 'repeated') =>
		count(
			ofKind(course, kind).flatMap((one) => one.answers),
			answerName,
		);
	const perSecond = (1000 * sendings.length) / course.sendMs;
	return [
		[
			'Deliveries',
			`${sendings.length}: ${events.length} events, ${ofKind(course, 'forged').length} forged, ${ofKind(course, 'repeated').length} repeated; ${connections} at a time`,
		],
		['Answers to events', answers('event')],
		['Answers to forged ones', answers('forged')],
		['Answers to repeated ones', answers('repeated')],
		['Time of an answer: half / 95 % / all', quantiles(sendings.flatMap(({ took }) => took))],
		[
			'From the first delivery to the last answer',
			`${duration(course.sendMs)}, ${perSecond.toFixed(1)} deliveries a second`,
		],
		['From then until every execution had ended', duration(course.drainMs)],
		['The killed worker was away', duration(course.killed.awayMs)],
		['Redis was away', duration(course.redisAwayMs)],
	];
}

const ending = ({ status, error }: Bulk['first']): string =>
	error === null ? status : `${status} (“${error}”)`;

/** What became of the events and of the stocks. */
export function outcomeRows(course: Course, fates: Fates, bulk: Bulk): string[][] {
	const comments = course.entries.filter(({ workflowId }) => workflowId === course.commentId);
	const words = comments.flatMap(({ status, error }) => (error ? [`${status}: “${error}”`] : []));
	return [
		['Events accepted (200)', String(fates.accepted)],
		['… done exactly once, execution successful', String(fates.once)],
		['… not done, execution failed', String(fates.failed)],
		['… done once, execution failed all the same', String(fates.failedAfterEffect)],
		['… done twice, the sender had hung up before the answer', String(fates.twiceAfterHangUp)],
		['… done twice, without that', String(fates.twice)],
		['… lost without a word', String(fates.lost)],
		['… not decided when the waiting ended', String(fates.open)],
		['Events never accepted, however often they were sent', String(fates.givenUp)],
		['Executions of the events', count(comments, ({ status }) => status)],
		['What the failed ones say', count(words, (one) => one)],
		[
			`The update of ${course.wanted.size} stocks`,
			[
				`${ending(bulk.first)}, ${bulk.rightAtFirst} right`,
				...(bulk.again ? [`run again: ${ending(bulk.again)}, ${bulk.rightInTheEnd} right`] : []),
			].join('; '),
		],
		['Logins at Edumalls, its tokens revoked once', String(course.logins)],
		['Most calls in flight at Edumalls', String(course.mostInFlight)],
	];
}
