import type { IDataObject } from 'n8n-workflow';
import { at } from '../../shared/call';
import { trimmed } from '../../shared/pasted';
import { refusal } from '../../shared/failure';
import { choice, field, file, rows, text, type Extra, type Field } from '../../shared/fields';
import { amount, number, toNumber } from '../../shared/numbers';
import { id } from '../../shared/locators';
import type { Gather, Operation, Values } from '../../shared/operation';
import { simplifyPackage } from './packageList';
import { provider, sendDeprecatedProviderField, withDeprecated } from './packageProvider';

const wholeId = (label: string, extra: Extra) => text(label, { encode: id.number, ...extra });

/** A field that is shown for one way of making packages only. */
const only = (createFrom: 'rows' | 'inputItems', shown: Field): Field => ({
	...shown,
	property: { ...shown.property, displayOptions: { show: { createFrom: [createFrom] } } },
});

/** The name of an input field; n8n fills it in when one is dragged there. */
const inputField = (label: string, description: string, placeholder: string): Field =>
	only(
		'inputItems',
		field(
			label,
			'string',
			'',
			{ in: 'none', description, placeholder },
			{ requiresDataPath: 'single' },
		),
	);

const LABELS = {
	orderIdField: 'Order ID Field',
	orderItemIdField: 'Order Item ID Field',
	quantityField: 'Quantity Field',
};

/** What an input item has in the field that the user named. */
function inputOf(json: IDataObject, values: Values, parameter: keyof typeof LABELS): unknown {
	const label = LABELS[parameter];
	const name = trimmed(values[parameter]);
	if (name === '') throw refusal(`'${label}' is empty`);
	const found = Object.hasOwn(json, name) ? json[name] : at(json, name);
	if (found !== undefined && found !== null && found !== '') return found;
	throw refusal(`The input item has no '${name}'`, `It is named by '${label}'`);
}

const idOf = (json: IDataObject, values: Values, parameter: keyof typeof LABELS) =>
	id.number(inputOf(json, values, parameter), { label: LABELS[parameter], timezone: '' });

/** An input item as a row of 'Items'. */
function toRow(json: IDataObject, values: Values): IDataObject {
	const given = values.quantityField === undefined ? 1 : inputOf(json, values, 'quantityField');
	const quantity = toNumber(given);
	if (quantity === undefined || !Number.isSafeInteger(quantity) || quantity < 1) {
		throw refusal(
			`'${LABELS.quantityField}' needs whole numbers from 1 on, not '${String(given)}'`,
		);
	}
	const orderItemId = idOf(json, values, 'orderItemIdField');
	return { orderItemId, quantity } as IDataObject;
}

/** One package for each order among the input items. */
const gather: Gather = {
	when: { parameter: 'createFrom', is: 'inputItems' },
	mark: (values, json) => String(idOf(json, values, 'orderIdField')),
	check: (values, json) => void toRow(json, values),
	merge: (values, all) => ({
		...values,
		orderId: idOf(all[0], values, 'orderIdField'),
		items: all.map((json) => toRow(json, values)),
	}),
};

const ITEM = {
	orderItemId: wholeId('Order Item ID', {
		to: 'order_item_id',
		required: true,
		placeholder: 'e.g. 13',
	}),
	quantity: amount('Quantity', { whole: true, min: 1, required: true, placeholder: 'e.g. 1' }),
	totalDeci: amount('Total Deci', {
		whole: true,
		min: 0,
		to: 'total_deci',
		placeholder: 'e.g. 3',
		description: 'The volumetric weight',
	}),
};

/** A package from the rows of its form, or packages from the input items. */
export const create: Operation = {
	name: 'Create',
	action: 'Create package',
	description:
		'Make a package of the items of an order, from rows, or one for each order among the input items',
	effect: 'act',
	source: 'inferred',
	method: 'POST',
	path: '/packages',
	record: 'data',
	fields: {
		createFrom: choice(
			'Create From',
			{ inputItems: 'Input Items', rows: 'Rows' },
			{
				in: 'none',
				fixed: true,
				initially: 'rows',
				description:
					'Where the items of a package come from. With input items, those of one order become one package; the additional fields are those of its first item.',
			},
		),
		orderId: only(
			'rows',
			wholeId('Order ID', {
				to: 'order_id',
				required: true,
				placeholder: 'e.g. 13',
				description: 'Which number of an order line is meant is not documented: ask Elryan',
			}),
		),
		items: only(
			'rows',
			rows('Items', ITEM, {
				row: 'Item',
				required: true,
				description: 'What is in the package',
			}),
		),
		orderIdField: inputField(
			LABELS.orderIdField,
			'The input field that holds the order ID. Which number of an order line is meant is not documented, so there is no default: ask Elryan.',
			'e.g. orderId',
		),
		orderItemIdField: inputField(
			LABELS.orderItemIdField,
			'The input field that holds the order item ID, also not documented',
			'e.g. orderItemId',
		),
		quantityField: inputField(
			LABELS.quantityField,
			'The input field that holds the quantity; left empty, the quantity is 1',
			'e.g. quantity',
		),
	},
	optional: {
		companyId: wholeId('Company ID', { to: 'company_id' }),
		invoiceDate: text('Invoice Date', {
			to: 'invoice.invoice_date',
			placeholder: 'e.g. 2024-04-30',
		}),
		invoiceLink: text('Invoice Link', { to: 'invoice.invoice_link' }),
		invoiceNumber: text('Invoice Number', { to: 'invoice.invoice_number' }),
		invoicePdf: text('Invoice PDF', { to: 'invoice.invoice_pdf' }),
		marketplacePackageId: wholeId('Marketplace Package ID', { to: 'marketplace_package_id' }),
		provider: provider('tracking.provider'),
		remoteId: text('Remote ID', { to: 'remote_id', description: 'Your own ID of the package' }),
		remoteSupplierId: wholeId('Remote Supplier ID', { to: 'remote_supplier_id' }),
		status: text('Status', { description: 'The values are not documented' }),
		supplierId: wholeId('Supplier ID', { to: 'supplier_id' }),
		totalDeci: number('Total Deci', {
			to: 'total_deci',
			whole: true,
			min: 0,
			description: 'The volumetric weight of the package',
		}),
		trackingBarcode: text('Tracking Barcode', { to: 'tracking.tracking_barcode' }),
		trackingBase64File: file('Label File Field', {
			to: 'tracking.base64_file',
			description: 'The name of the input field that holds the label as a file',
		}),
		trackingLink: text('Tracking Link', { to: 'tracking.tracking_link' }),
		trackingPdf: text('Label URL', {
			to: 'tracking.tracking_pdf',
			description: 'Where the label can be fetched as a PDF',
		}),
	},
	options: { sendDeprecatedProviderField },
	envelope: withDeprecated('tracking.provider', 'tracking.tracking_provider'),
	gather,
	simplify: simplifyPackage,
	verify: "Look for the package with 'Package: Get Many' before you run it again",
};
