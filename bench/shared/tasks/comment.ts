import { by } from '../../../test/sandboxed/open';
import type { OpenStage } from '../stage';
import { edumallsStage, openEdumalls } from './edumalls';

/** A seller writes to buyers about their orders. Nothing refuses a second mail. */
export const openComment: OpenStage = async (size) => {
	const shop = await openEdumalls();
	const orders = shop.store.addOrders(size, { paid: true });
	return await edumallsStage({
		shop,
		resource: 'order',
		operation: 'addComment',
		action: 'update_order_comment',
		parameters: {
			order: by('orderId', '={{ $json.id }}'),
			comment: 'On its way',
			additionalFields: { notify: true },
		},
		data: "order_id: $json.id, comment: 'On its way', notify: true",
		callOf: 'data.order_id',
		input: orders.map(({ order_id: id }) => ({ id })),
		truth: {
			kind: 'writes',
			times: () => {
				const mails = new Map<number, number>();
				for (const { order_id: id } of shop.store.mails) mails.set(id, (mails.get(id) ?? 0) + 1);
				return orders.map(({ order_id: id }) => mails.get(id) ?? 0);
			},
		},
	});
};
