import { createHmac } from 'node:crypto';
import { EdumallsWebhookApi } from '../../credentials/EdumallsWebhookApi.credentials';
import { PrintXpandWebhookApi } from '../../credentials/PrintXpandWebhookApi.credentials';
import { EdumallsTrigger } from '../../nodes/Edumalls/EdumallsTrigger.node';
import { PrintXpandTrigger } from '../../nodes/PrintXpand/PrintXpandTrigger.node';
import { createReceiver, type Delivery } from './webhookContext';

const SECRET = 'a-secret-of-the-seller';
const body = Buffer.from('{"event_code":110,"order":{"order_id":1}}');
const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;

const edumalls = () =>
	createReceiver({
		node: EdumallsTrigger,
		credentialTypes: [EdumallsWebhookApi],
		credentials: { edumallsWebhookApi: { signingSecret: SECRET } as never },
		parameters: { events: [], options: {} },
	});

const printXpand = () =>
	createReceiver({
		node: PrintXpandTrigger,
		credentialTypes: [PrintXpandWebhookApi],
		credentials: { printXpandWebhookApi: { secret: SECRET } as never },
	});

describe('a body that n8n cannot hand on is answered 400, and records no failed execution', () => {
	it.each<[string, () => ReturnType<typeof createReceiver>, Partial<Delivery>]>([
		['Edumalls, signed', edumalls, { headers: { 'x-integrationhub-signature': signature } }],
		['Edumalls, unsigned', edumalls, {}],
		['PrintXpand, with the secret', printXpand, { query: { secret: SECRET } }],
	])('%s', async (_, receiver, call) => {
		const received = await receiver().receive({ body, ...call, unreadable: true });
		expect(received.result).toEqual({ noWebhookResponse: true });
		expect(received.answer).toEqual({ message: 'The body cannot be read; send it whole, as JSON' });
		expect(received).toMatchObject({ status: 400, rows: [] });
	});
});
