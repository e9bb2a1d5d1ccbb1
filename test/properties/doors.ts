import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { CargoPilotDispatchApi } from '../../credentials/CargoPilotDispatchApi.credentials';
import { EdumallsWebhookApi } from '../../credentials/EdumallsWebhookApi.credentials';
import { PrintXpandWebhookApi } from '../../credentials/PrintXpandWebhookApi.credentials';
import { DispatchTrigger } from '../../nodes/Dispatch/DispatchTrigger.node';
import { EdumallsTrigger } from '../../nodes/Edumalls/EdumallsTrigger.node';
import { PrintXpandTrigger } from '../../nodes/PrintXpand/PrintXpandTrigger.node';
import { createReceiver, type Delivery } from '../shared/webhookContext';

/** What no answer and no row may hold. */
export const SECRET = 'a-secret-that-nobody-may-see';
const HEADER = 'x-integrationhub-signature';

const order = { order_id: 24123, increment_id: '1000000123', grand_total: '161.0000' };
const EVENT = { event_code: 460, event_message: 'Order has been shipped.', order };
const CALLBACK = {
	image_url: 'https://shop.example/a.png',
	designer_url: 'https://shop.example/designer?id=1',
	enable_product_designer: 1,
	integration_product_id: 10001,
};

/** A webhook that anyone can call. */
export interface Door {
	name: string;
	receiver: ReturnType<typeof createReceiver>;
	body: IDataObject;
	/** A call with a body; `given` is in the place of what proves who sends it. */
	call(body: Buffer, given: unknown): Delivery;
	/** What proves it. */
	right(body: Buffer): string;
	/** Whether something else proves it too. */
	takes(given: unknown, body: Buffer): boolean;
}

const signed = (body: Buffer): string =>
	`sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;

/** The three receivers. */
export const doors: Door[] = [
	{
		name: 'Edumalls',
		receiver: createReceiver({
			node: EdumallsTrigger,
			credentialTypes: [EdumallsWebhookApi],
			credentials: { edumallsWebhookApi: { signingSecret: SECRET } },
			parameters: { events: [], options: { ignoreRepeated: false } },
		}),
		body: EVENT,
		call: (body, given) => ({ body, headers: { [HEADER]: given as string } }),
		right: signed,
		// A header that came twice is joined by a comma; digits may be capitals, the prefix may not.
		takes: (given, body) =>
			typeof given === 'string' &&
			given
				.split(',')
				.map((one) => one.trim().replace(/[0-9A-F]{64}$/, (digits) => digits.toLowerCase()))
				.every((one) => one === signed(body)),
	},
	{
		name: 'PrintXpand',
		receiver: createReceiver({
			node: PrintXpandTrigger,
			credentialTypes: [PrintXpandWebhookApi],
			credentials: { printXpandWebhookApi: { secret: SECRET } },
		}),
		body: CALLBACK,
		call: (body, given) => ({ body, query: { secret: given as string } }),
		right: () => SECRET,
		takes: (given) => given === SECRET,
	},
	{
		name: 'Dispatch',
		receiver: createReceiver({
			node: DispatchTrigger,
			credentialTypes: [CargoPilotDispatchApi],
			credentials: {
				cargoPilotDispatchApi: { baseUrl: 'https://dispatch.example', apiToken: 'token-1' },
			},
			parameters: {
				entityType: 'Shipment',
				triggerId: { __rl: true, mode: 'id', value: '1' },
				conditions: {},
				options: {},
			},
		}),
		body: { guid: '3c4d5e6f', status: 'delivered' },
		call: (body, given) => ({ body, query: { secret: given as string } }),
		right: () => SECRET,
		takes: (given) => given === SECRET,
	},
];
