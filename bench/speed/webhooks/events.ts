import { createClock } from '../../../sandbox/shared/clock';
import { createRandom } from '../../../sandbox/shared/random';
import { createStore, type Store } from '../../../sandbox/edumalls/store';
import { webhookBody } from '../../../sandbox/edumalls/webhookBody';
import { sign } from '../../../sandbox/edumalls/webhooks';

/** One call of the marketplace, ready to be sent. */
export interface Letter {
	kind: 'genuine' | 'forged' | 'repeated';
	/** The number of the order that it tells of; a repeated one bears that of the first. */
	order: string;
	body: string;
	signature: string;
}

export const SECRET = 'edumalls-webhook-secret-of-the-benchmark';

const PAID = 210;

export interface Mix {
	count: number;
	forged: number;
	repeated: number;
}

/** One in ten forged, one in ten sent twice. */
export const mixOf = (count: number): Mix => ({ count, forged: count / 10, repeated: count / 10 });

export const genuineOnly = (count: number): Mix => ({ count, forged: 0, repeated: 0 });

const random = createRandom(7);
let shop: Store | undefined;

/** A new order each time, so that nothing was seen in an earlier run. */
function letterOf(kind: 'genuine' | 'forged'): Letter {
	shop ??= createStore({ clock: createClock(), seed: 'demo', onEvent: () => undefined });
	const order = shop.placeOrder({ paid: true });
	const body = webhookBody(PAID, order, order, false);
	const signature = sign(body, kind === 'forged' ? 'not the secret' : SECRET);
	return { kind, order: order.increment_id, body, signature };
}

const shuffle = <T>(list: readonly T[]): T[] =>
	list
		.map((item) => ({ item, place: random.next() }))
		.sort((a, b) => a.place - b.place)
		.map(({ item }) => item);

/** Signed events in an order without a pattern; a repeated one comes anywhere after its first. */
export function lettersOf({ count, forged, repeated }: Mix): Letter[] {
	const genuine = Array.from({ length: count - forged - repeated }, () => letterOf('genuine'));
	const letters = shuffle([
		...genuine,
		...Array.from({ length: forged }, () => letterOf('forged')),
	]);
	for (const first of shuffle(genuine).slice(0, repeated)) {
		const place = random.between(letters.indexOf(first) + 1, letters.length);
		letters.splice(place, 0, { ...first, kind: 'repeated' });
	}
	return letters;
}
