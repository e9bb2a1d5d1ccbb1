import type { Deed } from './result';

/** What the words depend on in the samples. */
export interface Manner {
	/** The request held one record. */
	single: boolean;
	/** A record of the same request failed. */
	failed: boolean;
	/** The codes of the answer are texts. */
	texts: boolean;
}

/** Every spelling is that of a sample, mistakes included. */
const SUCCESS: Record<string, (deed: Deed, manner: Manner) => string> = {
	'customer.upsert': (deed, { single }) =>
		deed === 'updated'
			? 'Customer Updated successfully!'
			: `Customer ${single ? 'created' : 'Created'} successfully!`,
	'category.upsert': (deed, { single, failed }) => {
		if (deed === 'created') return `Category created successfully!${single ? '' : '!'}`;
		return single || failed ? 'Category Updated successfully!' : 'Category updated successfully!!';
	},
	'category.delete': (_deed, { single }) =>
		`Category Deleted ${single ? 'Successfully' : 'successfully'}!`,
	'product.upsert': (deed) => `Product ${deed === 'created' ? 'Created' : 'Updated'} Successfully!`,
	'product.delete': (_deed, { single, texts }) => {
		if (single) return 'Product Deleted successfully!';
		return texts ? 'Product Deleted succesfully!' : 'Prodcut Deleted successfully!';
	},
	'order.upsert': (deed) =>
		deed === 'created' ? 'Order Created successfully!!' : 'Order updated successfully!',
};

export const success = (operationId: string, deed: Deed, manner: Manner): string =>
	SUCCESS[operationId]?.(deed, manner) ?? '';

export const REFUSALS = {
	customerId: 'Please pass valid customer Id!',
	emailTaken: 'A customer with the same email address already exists in an associated website.',
	/** Magento's own; the vendor documents none. */
	noEmail: 'The customer email is missing. Enter and try again.',
	category: 'Please send proper data like id, name and parent id of Category!',
	noCategory: 'Category Id is not Found!',
	product:
		'Please pass the proper product data like id,name and type. Also, product type must be either simple or configurable of Magento.',
	specialPrice: 'Please pass vaild special_price.',
	variations: 'Configurable product and its sub-products must have proper attribute values.',
	noProduct: 'Product Id is Not Found!',
	lengths: 'Order design id, item price, and item qty is not equaled',
	/** Ours, in the manner of the others: the vendor documents none. */
	order: 'Please pass the proper order data like order_id, sub_total, items and shipping_address.',
} as const;
