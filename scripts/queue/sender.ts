import { setTimeout as delay } from 'node:timers/promises';
import { post } from '../../sandbox/shared/post';
import { forged, type Letter } from './letters';

export type Kind = 'event' | 'forged' | 'repeated';

/** One letter to be sent, and what the receiver said each time. */
export interface Sending {
	kind: Kind;
	letter: Letter;
	/** A status, or nothing where no answer came within the vendor's 10 seconds. */
	answers: Array<number | undefined>;
	/** Milliseconds of the answers. */
	took: number[];
}

/** The vendor repeats after 1, 5, 15 and 60 minutes; here a minute takes a second. */
const RETRY_AFTER_MS = [1_000, 5_000, 15_000, 60_000];
const TIMEOUT_MS = 10_000;

export const isAccepted = ({ answers }: Sending): boolean => answers.includes(200);

/** One call; gives the status, or nothing where no answer came in time. */
export async function sendOnce(
	url: string,
	{ body, signature }: Letter,
	timeoutMs = TIMEOUT_MS,
): Promise<number | undefined> {
	const headers = {
		'content-type': 'application/json',
		'x-integrationhub-signature': signature,
	};
	const { status } = await post(url, body, headers, timeoutMs, new AbortController().signal);
	return status;
}

export interface Mail {
	/** What was sent so far, in its order. */
	readonly sendings: Sending[];
	/** Resolves when everything has got its last answer. */
	readonly done: Promise<void>;
}

/** Which kind the delivery of this number is: of ten, one is forged and one repeats an earlier one. */
const kindOf = (number: number): Kind =>
	number % 10 === 4 ? 'forged' : number % 10 === 9 ? 'repeated' : 'event';

export const eventsAmong = (deliveries: number): number =>
	Array.from({ length: deliveries }, (_, number) => kindOf(number)).filter(
		(kind) => kind !== 'repeated',
	).length;

/**
 * Sends letters over so many connections. One that is not answered 200 goes out again later, as the vendor does it;
 * a forger tries once.
 */
export function sendAll(
	url: string,
	letters: Letter[],
	{ deliveries, connections }: { deliveries: number; connections: number },
): Mail {
	const sendings: Sending[] = [];
	const later: Array<Promise<void>> = [];
	let next = 0;
	let nextLetter = 0;

	async function once(sending: Sending): Promise<void> {
		const since = Date.now();
		const status = await sendOnce(url, sending.letter);
		sending.answers.push(status);
		sending.took.push(Date.now() - since);
		const wait = RETRY_AFTER_MS[sending.answers.length - 1];
		if (sending.kind === 'forged' || status === 200 || wait === undefined) return;
		later.push(delay(wait).then(async () => await once(sending)));
	}

	function begin(number: number): Sending | undefined {
		const kind = kindOf(number);
		const earlier = sendings.filter((one) => one.kind === 'event' && isAccepted(one));
		const letter =
			kind === 'repeated'
				? earlier[Math.floor(Math.random() * earlier.length)]?.letter
				: letters[nextLetter++];
		if (!letter) return undefined;
		const sending: Sending = {
			kind,
			letter: kind === 'forged' ? forged(letter) : letter,
			answers: [],
			took: [],
		};
		sendings.push(sending);
		return sending;
	}

	async function line(): Promise<void> {
		while (next < deliveries) {
			const sending = begin(next++);
			if (sending) await once(sending);
		}
	}

	const done = (async () => {
		await Promise.all(Array.from({ length: connections }, line));
		while (later.length > 0) await Promise.all(later.splice(0));
	})();
	return { sendings, done };
}
