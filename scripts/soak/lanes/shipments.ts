import { randomUUID } from 'node:crypto';
import { TRIGGERS } from '../../../sandbox/dispatch/triggers';
import { webhookUrl } from '../../n8n/workflows';
import { byMode, chain, ours } from './chain';
import { type Grounds, type Lane, tallyOf } from './lane';

/** An order of the sandbox's VanillaEshop. */
const ORDER = '500001';

const delivered = TRIGGERS.Shipment.find(({ code }) => code === 'shipment_delivered')?.guid ?? '';

/** Shipments that Dispatch delivers; each is noted at an order of VanillaEshop. */
export function shipments({ sandbox, credentials, url }: Grounds): Lane {
	const { dispatch, vanillaEshop } = sandbox;
	const webhookId = randomUUID();
	const accepted: string[] = [];
	let sent = 0;
	const history = () => vanillaEshop.store.orders.get(ORDER)?.history ?? [];
	return {
		title: 'Delivered shipments',
		text: 'Dispatch Trigger → VanillaEshop *Order: Add Comment*, every 15 seconds',
		everyMs: 15_000,
		signedAt: webhookUrl(url, webhookId, 'dispatch'),
		workflow: chain(
			'Soak: shipments',
			[
				ours(
					'Delivered',
					'dispatchTrigger',
					'cargoPilotDispatchApi',
					{ entityType: 'Shipment', triggerId: byMode('list', delivered) },
					{ webhookId },
				),
				ours('Note', 'vanillaEshop', 'vanillaEshopApi', {
					resource: 'order',
					operation: 'addComment',
					orderId: ORDER,
					comment: '=Delivered {{ $json.body.data.guid }}',
				}),
			],
			credentials,
		),
		async happen() {
			const { entity } = await dispatch.create('Shipment');
			sent++;
			await dispatch.setStatus('Shipment', entity.guid, 'delivered');
			const delivery = dispatch.deliveries.find(({ body }) => body.includes(entity.guid));
			if (delivery?.status === 200) accepted.push(entity.guid);
		},
		tally() {
			const noted = new Map<string, number>();
			for (const { comment } of history()) noted.set(comment, (noted.get(comment) ?? 0) + 1);
			return tallyOf(accepted, (guid) => noted.get(`Delivered ${guid}`) ?? 0, {
				refused: sent - accepted.length,
				wrong: [],
			});
		},
		executions: () => ({ least: accepted.length, most: sent }),
	};
}
