import type { EdumallsSandbox } from '../../sandbox';
import { sign } from '../../sandbox/edumalls/webhooks';
import { deliveryId } from '../../nodes/shared/webhook/deliveries';

/** One event of one order, as the vendor sends it. */
export interface Letter {
	/** What the trigger calls the delivery, and the text of the comment that it leads to. */
	id: string;
	orderId: number;
	body: string;
	signature: string;
}

const paymentReceived = 210;

/** So many paid orders, and the event that tells of each. Nothing is sent yet. */
export function writeLetters(edumalls: EdumallsSandbox, count: number): Letter[] {
	return edumalls.store.addOrders(count, { paid: true }).map(({ order_id: orderId }) => {
		const { body } = edumalls.message(paymentReceived, orderId);
		const signature = sign(body, edumalls.webhookSecret);
		return { id: deliveryId(Buffer.from(body)), orderId, body, signature };
	});
}

/** The same letter from someone who does not know the secret. */
export const forged = (letter: Letter): Letter => ({
	...letter,
	signature: sign(letter.body, 'not the secret'),
});

/** How often the comment that a letter leads to stands in its order. */
export const timesDone = ({ store }: EdumallsSandbox, { id, orderId }: Letter): number =>
	store.comments(orderId).filter(({ comment }) => comment === id).length;
