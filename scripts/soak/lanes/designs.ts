import { randomUUID } from 'node:crypto';
import { webhookUrl } from '../../n8n/workflows';
import { designerSecret } from '../../stage/credentials';
import { chain, ours } from './chain';
import { type Grounds, type Lane, tallyOf } from './lane';

const FIRST_ID = 20_000;

/** Designers that are set up in PrintXpand; each has one order sent to print. */
export function designs({ sandbox: { printXpand }, credentials, url }: Grounds): Lane {
	const webhookId = randomUUID();
	const listensAt = webhookUrl(url, webhookId, 'printxpand');
	const accepted: string[] = [];
	let sent = 0;
	const line = { designId: '1524', itemPrice: '22.00', itemQty: '2' };
	return {
		title: 'Product designers',
		text: 'PrintXpand Trigger → PrintXpand *Order: Create or Update*, every 15 seconds',
		everyMs: 15_000,
		signedAt: listensAt,
		workflow: chain(
			'Soak: designs',
			[
				ours('Design', 'printXpandTrigger', 'printXpandWebhookApi', {}, { webhookId }),
				ours('Print', 'printXpand', 'printXpandApi', {
					resource: 'order',
					operation: 'upsert',
					orderId: '={{ $json.integrationProductId }}',
					items: { values: [line] },
					subTotalFrom: 'items',
					shippingAddressName: 'Layla Haddad',
				}),
			],
			credentials,
		),
		async happen() {
			const integrationProductId = FIRST_ID + sent++;
			const call = await printXpand.sendDesigner({
				url: `${listensAt}?secret=${designerSecret}`,
				integrationProductId,
			});
			if (call.accepted) accepted.push(String(integrationProductId));
		},
		tally: () =>
			tallyOf(accepted, (id) => printXpand.store.prints[id] ?? 0, {
				refused: sent - accepted.length,
				wrong: [],
			}),
		executions: () => ({ least: accepted.length, most: sent }),
	};
}
