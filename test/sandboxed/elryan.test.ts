import { elryan as marketplace } from '../../index';
import { openElryan } from './elryan';
import { by } from './open';

let shop: Awaited<ReturnType<typeof openElryan>>;
afterEach(async () => await shop.close());
jest.setTimeout(60_000);

it('reprices 10,000 variants with at most 100 requests, and the 37 unknown SKUs are 37 paired errors', async () => {
	shop = await openElryan({ elryan: { seed: 'empty' } });
	shop.elryan.store.addVariants(9963);
	const known = (await shop.run('variant', 'getAll', { returnAll: true })).rows.map(
		({ sku }) => sku,
	);
	expect(known).toHaveLength(9963);
	const skus = [...known];
	for (let index = 0; index < 37; index++) skus.splice(index * 270, 0, `UNKNOWN-${index}`);
	shop.elryan.resetStats();
	const { branches } = await shop.run(
		'variant',
		'updatePriceStock',
		{ sku: '={{ $json.sku }}', updateFields: { price: 12.5 } },
		skus.map((sku) => ({ sku: String(sku) })),
		'continueErrorOutput',
	);
	const [done, refused] = branches;
	expect(done).toHaveLength(9963);
	expect(refused.map(({ json }) => json.sku)).toEqual(
		skus.filter((sku) => String(sku).startsWith('UNKNOWN')),
	);
	expect(refused.map(({ pairedItem }) => pairedItem)).toEqual(
		refused.map(({ json }) => ({ item: skus.indexOf(String(json.sku)) })),
	);
	expect(shop.elryan.requests.length).toBeLessThanOrEqual(100);
	expect(shop.elryan.requests.every(({ invalid }) => invalid === undefined)).toBe(true);
});

it('reads whole lists however few records an answer may hold', async () => {
	shop = await openElryan({ elryan: { seed: 'empty', maxLength: 7 } });
	shop.elryan.store.addOrders(60);
	const { rows } = await shop.run('order', 'getAll', { returnAll: true, simple: false });
	expect(new Set(rows.map(({ POlineID: id }) => id)).size).toBe(60);
	expect(rows).toHaveLength(60);
});

it.each([
	['as documented', {}],
	['as a sister service', { listEnvelope: 'data.data', trackingShape: 'array' } as const],
])(
	'works through all lists of the sandbox where it answers %s, and sends nothing that the spec does not know',
	async (_, settings) => {
		shop = await openElryan({ elryan: { seed: 'demo', ...settings } });
		const all = Object.entries(marketplace.resources).flatMap(([resource, { operations }]) =>
			Object.entries(operations).flatMap(([name, { list }]) => (list ? [[resource, name]] : [])),
		);
		for (const [resource, operation] of all) {
			const { error, rows } = await shop.run(resource, operation, { returnAll: true });
			expect({ resource, operation, error: error?.message }).toEqual({ resource, operation });
			expect({ resource, operation, rows: rows.length > 0 }).toEqual({
				resource,
				operation,
				rows: true,
			});
		}
		const remoteId = 'bags_9';
		await shop.run('category', 'upsert', {
			remoteId,
			isActive: true,
			additionalFields: { name: 'حقائب' },
		});
		const category = await shop.run('category', 'get', { remoteId: by('id', remoteId) });
		expect(category.rows[0]).toMatchObject({ remote_id: remoteId, name: 'حقائب' });
		const [parcel] = (await shop.run('package', 'getAll', {})).rows;
		expect(parcel.provider).toBe('pts');
		const { rows: health } = await shop.run('system', 'healthCheck', {});
		expect(health).toHaveLength(1);
		expect(shop.elryan.requests.filter(({ invalid }) => invalid !== undefined)).toEqual([]);
		expect(shop.elryan.loginCount).toBe(1);
		expect(JSON.stringify(category.run)).not.toContain(shop.elryan.account.password);
	},
);

it('makes one package of the input items of an order, sends its label from a file, and puts the label out again', async () => {
	shop = await openElryan({ elryan: { seed: 'empty' } });
	shop.elryan.store.addOrders(2, { lines: 2 });
	const lines = (await shop.run('order', 'getAll', { returnAll: true, simple: false })).rows;
	expect(lines).toHaveLength(2);
	const created = await shop.run(
		'package',
		'create',
		{
			createFrom: 'inputItems',
			orderIdField: 'Purchase Order ID',
			orderItemIdField: 'POlineID',
			quantityField: 'Quantity',
			additionalFields: {},
		},
		lines,
	);
	expect(created.error).toBeUndefined();
	expect(created.branches[0].map(({ pairedItem }) => pairedItem)).toEqual([
		[{ item: 0 }, { item: 1 }],
	]);
	const packageId = by('id', String(created.rows[0].id));
	const label = Buffer.from('%PDF-1.4 a label');
	const file = { data: label.toString('base64'), mimeType: 'application/pdf', fileName: 'a.pdf' };
	const parameters = { packageId, additionalFields: { base64File: 'label' } };
	const fulfilled = await shop.run('package', 'fulfill', parameters, [{}], undefined, [
		{ label: file },
	]);
	expect(fulfilled.error).toBeUndefined();
	const again = await shop.run('package', 'get', { packageId, options: { downloadLabel: true } });
	expect(again.error).toBeUndefined();
	const { binary } = again.branches[0][0];
	expect(Buffer.from(binary?.data.data ?? '', 'base64')).toEqual(label);
	expect(binary?.data).toMatchObject({ mimeType: 'application/pdf', fileExtension: 'pdf' });
});

it('refuses a label of a field that the input does not have, before any request', async () => {
	shop = await openElryan({ elryan: { seed: 'empty' } });
	const { error } = await shop.run('package', 'fulfill', {
		packageId: by('id', '1'),
		additionalFields: { base64File: 'label' },
	});
	expect(error?.message).toContain("the input has no binary field 'label'");
	expect(shop.elryan.requests).toEqual([]);
});
