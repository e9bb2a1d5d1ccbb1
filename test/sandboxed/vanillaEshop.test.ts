import type { IDataObject } from 'n8n-workflow';
import { tracker } from './tried';
import { dates, openVanillaEshop, option, order, product, special } from './vanillaEshop';

let shop: Awaited<ReturnType<typeof openVanillaEshop>>;
const open = async (...how: Parameters<typeof openVanillaEshop>) =>
	(shop = await openVanillaEshop(...how));
afterEach(async () => await shop.sandbox.close());
jest.setTimeout(120_000);

const { note, untried } = tracker('VanillaEshop');
async function run(resource: string, operation: string, parameters: IDataObject) {
	const outcome = await shop.run(resource, operation, parameters);
	if (!outcome.error) note(resource, operation);
	return outcome;
}

describe('an update of a product', () => {
	const cup = () => shop.sandbox.store.findBySku('van.85');

	it('that could lose options is not sent', async () => {
		await open();
		const { error } = await run('product', 'update', { ...product, sku: 'van.85' });
		expect(error?.message).toContain('VanillaEshop would delete');
		expect(shop.sandbox.requests).toEqual([]);
		expect(cup()?.optionValues).toHaveLength(5);
	});

	it('keeps what is listed', async () => {
		await open();
		const { rows } = await run('product', 'update', {
			...product,
			sku: 'van.85',
			updateFields: { option, special },
		});
		expect(rows).toMatchObject([{ sku: 'van.85', optionValues: [{ sku: 'cup.green' }] }]);
		expect(cup()?.specials).toMatchObject([{ price: '12.5000' }]);
		expect(shop.invalid()).toEqual([]);
	});

	it('deletes what is not, where it may', async () => {
		await open();
		await run('product', 'update', { ...product, sku: 'van.85', deleteMissing: true });
		expect(cup()?.optionValues).toEqual([]);
	});
});

describe('an order', () => {
	it('is created with totals that add up, read, changed and commented on', async () => {
		await open();
		const created = await run('order', 'create', { ...order, orderId: '600001' });
		expect(created.rows).toMatchObject([{ order_id: 600001, email: 'sara@example.com' }]);
		const made = shop.sandbox.store.orders.get('600001');
		expect(made?.totals.map(({ code, value }) => [code, value])).toEqual([
			['sub_total', '0.3150'],
			['shipping', '20.0000'],
			['total', '20.3150'],
		]);
		expect(made).toMatchObject({ shipping_city: 'Riyadh', shipping_telephone: '0500000001' });

		await run('order', 'updateStatus', { orderId: '600001', orderStatusCode: 'shipped' });
		await run('order', 'addComment', { orderId: 600001, comment: 'اتصلنا بالعميل' });
		await run('order', 'updateAddress', {
			...order,
			orderId: '600001',
			paymentCity: 'Jeddah',
			shippingTelephone: '0500000002',
		});
		const { rows } = await run('order', 'get', { orderId: '600001', simple: false });
		expect(rows[0]).toMatchObject({ shipping_city: 'Jeddah', shipping_telephone: '0500000002' });
		expect(rows[0].history).toMatchObject([{}, { comment: 'اتصلنا بالعميل' }]);

		await run('order', 'update', { ...order, orderId: '600001', shippingTotal: '0' });
		expect(shop.sandbox.store.orders.get('600001')?.totals.at(-1)?.value).toBe('0.3150');
		expect(shop.invalid()).toEqual([]);
	});

	it('whose answer is lost is neither repeated nor made twice, and its ID finds it', async () => {
		await open();
		shop.sandbox.faults.add({ kind: 'cut' });
		const lost = await run('order', 'create', { ...order, orderId: '600001' });
		expect(lost.error?.message).toBe("It is not known whether 'Create' happened");
		expect(lost.error?.description).toContain("Look with 'Order: Get'");
		expect(shop.sent('order.create')).toHaveLength(1);

		const again = await run('order', 'create', { ...order, orderId: '600001' });
		expect(again.error?.description).toContain('there already, perhaps from an earlier run');
		const { rows } = await run('order', 'get', { orderId: '600001' });
		expect(rows).toMatchObject([{ order_id: 600001, total: '20.3150' }]);
	});
});

it('carries out all other operations', async () => {
	await open();
	const person = { firstname: 'سارة', email: 'sara@example.com', telephone: '0500000001' };
	const steps: Array<[resource: string, operation: string, parameters: IDataObject]> = [
		['customer', 'create', { ...person, password: 'Secret@123' }],
		['customer', 'update', { ...person, customerId: '4' }],
		['customer', 'delete', { customerId: '4' }],
		['manufacturer', 'create', { entityId: '900', name: 'Nakheel' }],
		['manufacturer', 'update', { entityId: '900', name: 'Nakheel & Co' }],
		['optionValue', 'create', { optionId: '36', arName: 'أسود', enName: 'Black' }],
		['optionValue', 'update', { optionValueId: 262, optionId: '36', arName: 'أ', enName: 'Lime' }],
		['product', 'create', { ...product, sku: 'cup', additionalFields: { option, special } }],
		['product', 'changeSku', { sku: 'cup', newSku: 'cup-b' }],
		['product', 'update', { ...product, sku: 'cup-b', deleteMissing: true }],
		['product', 'upsertBulk', { ...product, sku: 'cup-b', deleteMissing: true }],
		['price', 'create', { entityId: '40085', price: '9.9', ...dates }],
		['price', 'createBulk', { entityId: 40086, price: 9.9, ...dates }],
		['product', 'delete', { entityId: '40085' }],
	];
	const outcomes: Array<[string, string | undefined]> = [];
	for (const [resource, operation, parameters] of steps) {
		const { error } = await run(resource, operation, parameters);
		outcomes.push([`${resource} ${operation}`, error?.message]);
	}
	expect(outcomes.filter(([, message]) => message !== undefined)).toEqual([]);
	expect(shop.sandbox.requests.map(({ action }) => action)).toEqual(
		steps.map(([resource, operation]) => `${resource}.${operation}`),
	);
	expect(shop.invalid()).toEqual([]);
});

describe('authentication', () => {
	it.each(['none', 'header', 'bearer', 'basic'] as const)('%s', async (authentication) => {
		await open({ authentication }, { authentication });
		const { rows, hints } = await run('order', 'get', { orderId: '2' });
		expect(rows).toMatchObject([{ order_id: 2 }]);
		expect(hints).toHaveLength(authentication === 'none' ? 0 : 1);
	});

	it.each([
		[401, 'VanillaEshop refused access'],
		[403, 'VanillaEshop refused access'],
		[302, "VanillaEshop redirects 'Get' elsewhere"],
	])('that is missing is told (%i)', async (authErrorStatus, message) => {
		await open({ authentication: 'bearer', authErrorStatus });
		const { error } = await run('order', 'get', { orderId: '2' });
		expect(error?.message).toBe(message);
		expect(error?.description).toMatch(/authentication|credential/i);
	});
});

it('sends a request of its own', async () => {
	await open();
	const parameters = { method: 'GET', path: '/v1/in/order/2', effect: 'read' };
	const { rows } = await run('request', 'send', parameters);
	expect(rows).toMatchObject([{ success: true }]);
});

it('has tried every operation', () => {
	expect(untried()).toEqual([]);
});
