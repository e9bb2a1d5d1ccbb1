import type { INodeProperties } from 'n8n-workflow';
import { VanillaEshop } from '../../nodes/VanillaEshop/VanillaEshop.node';

const { properties } = new VanillaEshop().description;

const shownFor = (resource: string, operation: string): INodeProperties[] =>
	properties.filter(({ displayOptions }) => {
		const { resource: of, operation: on } = displayOptions?.show ?? {};
		return of?.includes(resource) && on?.includes(operation);
	});

const inCollection = (all: INodeProperties[], collection: string): INodeProperties[] =>
	(all.find(({ name }) => name === collection)?.options ?? []).flatMap((option) =>
		'type' in option ? [option] : [],
	);

it('tells the three keys of a product apart', () => {
	const labels = Object.fromEntries(
		(
			[
				['product', 'update', 'sku'],
				['product', 'changeSku', 'sku'],
				['product', 'delete', 'entityId'],
				['price', 'create', 'entityId'],
				['price', 'createBulk', 'entityId'],
				['product', 'upsertBulk', 'productId'],
			] as const
		).map(([resource, operation, name]) => {
			const key = shownFor(resource, operation).find((property) => property.name === name);
			expect(key?.hint).toBeTruthy();
			return [`${resource} ${operation}`, key?.displayName];
		}),
	);
	expect(labels).toEqual({
		'product update': 'SKU',
		'product changeSku': 'SKU',
		'product delete': 'Magento Entity ID',
		'price create': 'Magento Entity ID',
		'price createBulk': 'Magento Entity ID',
		'product upsertBulk': 'Product ID',
	});
});

it.each([
	['order', 'update'],
	['order', 'updateAddress'],
	['product', 'update'],
	['customer', 'update'],
	['optionValue', 'update'],
])('%s %s says that it replaces all of it', (resource, operation) => {
	const hints = shownFor(resource, operation).map(({ hint }) => hint ?? '');
	expect(hints.some((hint) => hint.includes('replaced'))).toBe(true);
});

it('shows JSON nested as VanillaEshop wants it, rows inside rows included', () => {
	const fields = inCollection(shownFor('product', 'create'), 'additionalFields');
	const sample = (name: string) => fields.find((one) => one.name === name)?.hint;
	expect(sample('attributeJson')).toContain('[{"attribute_id":"3","ar":{"description":');
	expect(sample('optionJson')).toContain('"required":"1","values":[{"option_value_id":"262"');
});

it('does not offer to empty a password', () => {
	const empties = (resource: string) =>
		inCollection(shownFor(resource, 'update'), 'options').some(({ name }) => name === 'sendEmpty');
	expect([empties('customer'), empties('product')]).toEqual([false, true]);
});

it('has nothing on that destroys', () => {
	for (const operation of ['update', 'upsertBulk']) {
		const consent = shownFor('product', operation).find(({ name }) => name === 'deleteMissing');
		expect(consent).toMatchObject({
			displayName: 'Delete Options and Special Prices Not Listed',
			default: false,
		});
	}
});
