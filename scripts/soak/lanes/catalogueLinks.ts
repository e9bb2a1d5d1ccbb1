import { TRIGGERS } from '../../../sandbox/dispatch/triggers';
import { byMode, type Link, n8ns, ours } from './chain';

/** Prices that one run sets at Elryan, and adds at VanillaEshop. */
export const PRICES = 200;
const CUSTOMERS = 40;
const STOCKS = 10;
const LISTED = 500;

/** What a run answers with where all went well. */
export const COUNTS = {
	elryanPrices: PRICES,
	vanillaEshopPrices: PRICES,
	customers: CUSTOMERS,
	stocks: STOCKS,
	orders: LISTED,
	lines: LISTED,
	triggers: TRIGGERS.Shipment.length,
	labels: 1,
};

const of = (field: string) => `={{ $('Items').item.json.${field} }}`;

const NODES: Record<keyof typeof COUNTS, string> = {
	elryanPrices: 'Elryan Prices',
	vanillaEshopPrices: 'VanillaEshop Prices',
	customers: 'Customers',
	stocks: 'Stocks',
	orders: 'Orders',
	lines: 'Lines',
	triggers: 'Triggers',
	labels: 'Label',
};

/** An expression that counts the items of each node, and files instead of items for the label. */
const counting = `={{ ({ ${Object.entries(NODES)
	.map(([name, node]) =>
		name === 'labels'
			? `${name}: $('${node}').all().filter((item) => item.binary?.data?.mimeType === 'application/pdf').length`
			: `${name}: $('${node}').all().length`,
	)
	.join(', ')} }) }}`;

const once = { executeOnce: true };

/** The nodes of the catalogue workflow, one after another; later ones refer to the items of the first. */
export const catalogueLinks = (path: string, webhookId: string, packageId: string): Link[] => [
	n8ns(
		'Start',
		'webhook',
		2,
		{ httpMethod: 'POST', path, responseMode: 'lastNode' },
		{ webhookId },
	),
	n8ns('Items', 'splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
	ours(NODES.elryanPrices, 'elryan', 'elryanApi', {
		resource: 'variant',
		operation: 'updatePriceStock',
		sku: of('sku'),
		updateFields: { price: of('price') },
	}),
	ours(NODES.vanillaEshopPrices, 'vanillaEshop', 'vanillaEshopApi', {
		resource: 'price',
		operation: 'createBulk',
		entityId: of('entityId'),
		price: of('price'),
		dateStart: '2026-01-01',
		dateEnd: '2026-12-31',
	}),
	n8ns('First 40', 'limit', 1, { maxItems: CUSTOMERS }),
	ours(NODES.customers, 'printXpand', 'printXpandApi', {
		resource: 'customer',
		operation: 'upsert',
		id: of('customer'),
		email: "={{ 'buyer' + $('Items').item.json.customer + '@example.com' }}",
	}),
	n8ns('First 10', 'limit', 1, { maxItems: STOCKS }),
	ours(NODES.stocks, 'edumalls', 'edumallsApi', {
		resource: 'product',
		operation: 'updateStock',
		product: byMode('sku', of('goods')),
		updateFields: { qty: of('price') },
	}),
	ours(
		NODES.orders,
		'edumalls',
		'edumallsApi',
		{ resource: 'order', operation: 'getAll', returnAll: false, limit: LISTED },
		once,
	),
	ours(
		NODES.lines,
		'elryan',
		'elryanApi',
		{ resource: 'order', operation: 'getAll', returnAll: false, limit: LISTED },
		once,
	),
	ours(
		NODES.triggers,
		'dispatch',
		'cargoPilotDispatchApi',
		{ resource: 'workflow', operation: 'getTriggers', entityType: 'Shipment', returnAll: true },
		once,
	),
	ours(
		NODES.labels,
		'elryan',
		'elryanApi',
		{
			resource: 'package',
			operation: 'get',
			packageId: byMode('id', packageId),
			options: { downloadLabel: true },
		},
		once,
	),
	n8ns('Counts', 'set', 3.4, { mode: 'raw', jsonOutput: counting, options: {} }, once),
];
