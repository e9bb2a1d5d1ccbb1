import { by } from '../../../test/sandboxed/open';
import type { OpenStage } from '../stage';
import { edumallsStage, openEdumalls } from './edumalls';

/** A seller ships invoiced orders. The sandbox refuses a second shipment, as it has no state for one. */
export const openShipment: OpenStage = async (size) => {
	const shop = await openEdumalls();
	const invoiced = { paid: true, state: 'processing', status: 'readytoship' };
	const orders = shop.store.addOrders(size, invoiced);
	return await edumallsStage({
		shop,
		resource: 'order',
		operation: 'createShipment',
		action: 'update_order_shipment',
		parameters: { order: by('orderId', '={{ $json.id }}') },
		data: 'order_id: $json.id',
		callOf: 'data.order_id',
		input: orders.map(({ order_id: id }) => ({ id })),
		truth: { kind: 'writes', times: () => orders.map(({ shipment }) => (shipment ? 1 : 0)) },
	});
};
