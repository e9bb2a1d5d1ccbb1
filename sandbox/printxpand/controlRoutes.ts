import type { ControlCall, ControlRoutes } from '../shared/control';
import { basicControls } from '../shared/controlBasics';
import { ControlError } from '../shared/controlError';
import { numberField, onlyFields, textOf } from '../shared/controlInput';
import type { Design, DesignerCall } from './designer';
import type { PrintXpandSandbox } from './index';
import { checkSetting, DEFAULT_SETTINGS } from './settings';

type Call = ControlCall<PrintXpandSandbox>;

export const controlRoutes: ControlRoutes<PrintXpandSandbox> = {
	'GET /_sandbox': ({ sandbox }) => overview(sandbox),

	'GET /_sandbox/orders/:id': ({ sandbox, params }) => {
		const { id = '' } = params;
		const order = sandbox.store.orders.get(id);
		if (!order) throw new ControlError(`There is no order ${id}`, 404);
		return { order, prints: sandbox.store.prints[id] ?? 0 };
	},
	'GET /_sandbox/prints': ({ sandbox }) => sandbox.store.prints,

	'POST /_sandbox/designer': sendDesigner,
	'GET /_sandbox/designer': ({ sandbox }) => sandbox.designerCalls,

	...basicControls<PrintXpandSandbox>(DEFAULT_SETTINGS, checkSetting),
};

function overview(sandbox: PrintXpandSandbox): Record<string, unknown> {
	const { account, store } = sandbox;
	const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = account;
	return {
		url: sandbox.url,
		account: { consumerKey, consumerSecret, accessToken, accessTokenSecret },
		counts: {
			customers: store.customers.size,
			categories: store.categories.size,
			products: store.products.size,
			orders: store.orders.size,
			prints: Object.values(store.prints).reduce((sum, times) => sum + times, 0),
			requests: sandbox.requests.length,
			designerCalls: sandbox.designerCalls.length,
		},
		maxInFlight: sandbox.maxInFlight,
		faults: sandbox.faults.active,
		limits: sandbox.limits.limits,
		settings: sandbox.settings,
		calls: Object.keys(controlRoutes),
	};
}

/** Waits for the receiver, and tells what it answered. */
async function sendDesigner({ sandbox, body }: Call): Promise<DesignerCall> {
	onlyFields(body, FIELDS);
	const url = textOf(body, 'url');
	if (url === undefined || !URL.canParse(url)) throw new ControlError("'url' must be a URL");
	const enabled = numberField(body, 'enableProductDesigner', { high: 1, whole: true });
	const design: Design = {
		url,
		imageUrl: textOf(body, 'imageUrl'),
		designerUrl: textOf(body, 'designerUrl'),
		integrationProductId: numberField(body, 'integrationProductId', { whole: true }),
		enableProductDesigner: enabled === undefined ? undefined : enabled === 0 ? 0 : 1,
	};
	return await sandbox.sendDesigner(design);
}

const FIELDS = ['url', 'imageUrl', 'designerUrl', 'enableProductDesigner', 'integrationProductId'];
