import type { IDataObject } from 'n8n-workflow';
import { at, isRecord, type Answer } from '../../shared/call';
import { atLeastOne } from '../../shared/checks';
import { Failure } from '../../shared/failure';
import { text } from '../../shared/fields';
import { amount } from '../../shared/numbers';
import type { Batch, Operation } from '../../shared/operation';

/** The SKUs of a list, which may come as an object of its places, and each as a record that holds it. */
const skusAt = (answer: Answer, name: string): Set<string> | undefined => {
	const list = at(answer.body, `data.${name}`);
	if (typeof list !== 'object' || list === null) return undefined;
	const skus = Object.values(list).map((one: unknown) => (isRecord(one) ? one.sku : one));
	return new Set(skus.filter((sku) => typeof sku !== 'object').map(String));
};

const unknownSku = (sku: string) =>
	new Failure({
		title: `Elryan has no variant with the SKU '${sku}'`,
		words: "Elryan's answer lists it under 'notFoundVariantsInDb'",
		advice: "Correct the SKU, or create the variant with 'Variant: Create or Update'",
		outcome: 'refused',
		kind: 'notFound',
		details: { sku },
	});

const untold = (sku: string) =>
	new Failure({
		title: `Elryan did not say what became of the SKU '${sku}'`,
		advice: "Its request succeeded. Look at the variant with 'Variant: Get'",
		outcome: 'unknown',
		details: { sku },
	});

/** SKUs that do not exist are told in a list of their own, in an answer that is a success otherwise. */
const results: Batch['results'] = (answer, elements) => {
	const missing = skusAt(answer, 'notFoundVariantsInDb');
	const found = skusAt(answer, 'foundVariantsInDb');
	return elements.map((element): IDataObject | Failure => {
		const sku = String(element.sku);
		if (missing?.has(sku)) return unknownSku(sku);
		return found && !found.has(sku) ? untold(sku) : { ...element, found: true };
	});
};

/** Prices and stock of many variants in one request. */
export const updatePriceStock: Operation = {
	name: 'Update Price and Stock',
	action: 'Update price and stock of variant',
	description: 'Change prices and stock of variants, many input items in one request',
	effect: 'set',
	source: 'inferred',
	method: 'POST',
	path: '/variants/stock-and-price',
	fields: {
		sku: text('SKU', {
			required: true,
			placeholder: 'e.g. black_pencil123',
			description: 'Your own ID of the variant',
		}),
	},
	optional: {
		price: amount('Price', {
			placeholder: 'e.g. 25.50',
			description: 'How it differs from the retail price is not documented',
		}),
		retailPrice: amount('Retail Price', {
			placeholder: 'e.g. 29.00',
			to: 'retail_price',
			description: 'How it differs from the price is not documented',
		}),
		stock: amount('Stock', { placeholder: 'e.g. 100', description: 'How many there are' }),
	},
	checks: [
		atLeastOne(
			['stock', 'price', 'retailPrice'],
			"At least one of 'Stock', 'Price' and 'Retail Price' is needed",
			"Add one of them under 'Update Fields'",
		),
	],
	batch: {
		// How many one request may hold is not documented; one that is refused as too large is split.
		size: 100,
		body: (items) => ({ items }),
		results,
		latest: ({ sku }) => String(sku),
	},
};
