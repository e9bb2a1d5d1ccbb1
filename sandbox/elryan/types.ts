/** The shapes of the vendor's samples. Those of products, tracking and deliveries are ours. */

interface Stamped {
	userId: string;
	created_at: string;
	updated_at: string;
	exported: boolean;
	is_active: boolean;
	id: string;
}

export interface Category extends Stamped {
	remote_id: string;
	name: string;
	parent_id: string | null;
	remote_parent_id: string | null;
}

export interface Brand extends Stamped {
	remote_id: string;
	name: string;
	remote_image_url: string | null;
}

export interface Attribute extends Stamped {
	remote_id: string;
	name: string;
}

export interface AttributeValue extends Stamped {
	remote_id: string;
	value: string;
	attribute: { name: string; remote_id: string; is_active: boolean };
}

export interface Product extends Stamped {
	_id: string;
	spu: string;
	name: string;
	category: { parent_remote_id: string | null; remote_id: string; name: string };
	brand: { name: string; remote_id: string };
	default_image_url: string;
	tax: number;
	translations: Array<{ language: string; name: string; _id: string }>;
	guarantee: number;
	fulfillment_day: number;
}

/** Without `id`, `created_at` and `updated_at`, as documented. */
export interface Variant {
	_id: string;
	sku: string;
	userId: string;
	__v: number;
	attributes: Array<{
		name: string;
		value: string;
		remote_attribute_id: string;
		remote_attribute_value_id: string;
		_id: string;
	}>;
	barcode: string;
	currency: string;
	default_image_url: string;
	description: string;
	exported: boolean;
	extra_images: string[];
	freight: number;
	gtin: string;
	height: number;
	hs_code: string;
	is_active: boolean;
	length: number;
	name: string;
	price: number;
	retail_price: number;
	stock: number;
	supplier: { name: string; remote_id: string };
	translations: Array<{ language: string; name: string; description: string; _id: string }>;
	weight: number;
	width: number;
	spu: string;
}

/** One line of a purchase order. All texts but `exported`. */
export interface OrderLine {
	POlineID: string;
	Date: string;
	Description: string;
	'Description (AR)': string;
	'Elryan Commission': string;
	Item: string;
	'Net Amount': string;
	'Order Number': string;
	POLastModified: string;
	'Purchase Order ID': string;
	Quantity: string;
	'Selling Price': string;
	Status: string;
	'Status (AR)': string;
	'Total Amount': string;
	dateISO: string;
	id: string;
	recordType: string;
	userId: string;
	exported: boolean;
	updatedLocalTime: string;
	updatedTime: string;
	'Magento IQD Exchange Rate': string;
	cancelReason?: string;
}

export type RecordType = 'vendorcredit' | 'vendorbill' | 'vendorpayment';

export interface Transaction {
	_id: string;
	id: string;
	Amount: string;
	Date: string;
	'Transaction Number': string;
	Type: string;
	'Type (AR)': string;
	recordType: RecordType;
	userId: string;
	'Magento IQD Exchange Rate': string;
}

export interface PackageItem {
	order_item_id: number;
	quantity: number;
	total_deci: number;
}

export interface PackageTracking {
	tracking_pdf: string;
	tracking_barcode: string;
	base64_file: string;
	tracking_link: string;
	tracking_provider: string;
	provider: string;
}

export interface Package {
	order_id: number;
	company_id: number;
	created_at: string;
	invoice: {
		invoice_pdf: string;
		invoice_link: string;
		invoice_date: string;
		invoice_number: string;
	};
	items: PackageItem[];
	marketplace_package_id: number;
	remote_id: string;
	remote_supplier_id: number;
	status: string;
	supplier_id: number;
	total_deci: number;
	tracking: PackageTracking;
	updated_at: string;
	id: string;
}

/** Everything about it but its title is unknown. Callers may add fields of their own. */
export interface TrackingRecord {
	id: string;
	package_id: string | null;
	created_at: string;
	updated_at: string;
	[field: string]: unknown;
}

export interface Delivery {
	id: string;
	package_id: string;
	order_id: number;
	status: string;
	delivery_info: Record<string, unknown>;
	created_at: string;
	updated_at: string;
}
