import { Failure } from '../../nodes/shared/failure';
import { rows, text } from '../../nodes/shared/fields';
import { blamed, labelOf, tellProblems, type Problem } from '../../nodes/shared/problems';

const operation = {
	fields: {
		name: text('Name', { to: 'ar.name' }),
		lines: rows(
			'Lines',
			{ price: text('Price'), tax: text('Tax', { to: 'sums.tax' }) },
			{ row: 'Line', to: 'products' },
		),
	},
	optional: {
		options: rows(
			'Options',
			{ values: rows('Values', { sku: text('SKU') }, { row: 'Value' }) },
			{ row: 'Option' },
		),
	},
};

describe('a path of the service is told by the label of its parameter', () => {
	it.each([
		['ar.name', "'Name'"],
		['products', "'Lines'"],
		['products.3', "row 4 of 'Lines'"],
		['products.3.price', "'Price' in row 4 of 'Lines'"],
		['products.0.sums.tax', "'Tax' in row 1 of 'Lines'"],
		['products.0.unheard', "row 1 of 'Lines'"],
		['options.1.values.0.sku', "'SKU' in row 1 of 'Values' in row 2 of 'Options'"],
		['elsewhere', "'elsewhere'"],
		['products.price', "'products.price'"],
	])('%s: %s', (path, label) => {
		expect(labelOf(operation, path)).toBe(label);
	});

	it('with the words of the service behind it', () => {
		const problems = [
			{ path: 'ar.name', words: 'Required.' },
			{ path: 'products.0.price', words: 'Too low.' },
		];
		expect(tellProblems(operation, problems)).toBe(
			"'Name': Required. 'Price' in row 1 of 'Lines': Too low.",
		);
	});
});

describe('a refusal is traced to elements of the request', () => {
	const blame = (...paths: string[]) => {
		const problems: Problem[] = paths.map((path) => ({ path, words: 'No.' }));
		const failure = new Failure({ title: 'Refused', outcome: 'refused', problems });
		const found = blamed(operation, 'items', failure);
		return found && [...found].map(([place, { facts }]) => [place, facts.words]);
	};

	it('each with its own problems', () => {
		expect(blame('items.2.ar.name', 'items.0.ar.name', 'items.2.products.1.price')).toEqual([
			[2, "'Name': No. 'Price' in row 2 of 'Lines': No."],
			[0, "'Name': No."],
		]);
	});

	it('not where one problem is about the request as a whole, or there are none', () => {
		expect(blame('items.0.ar.name', 'token')).toBeUndefined();
		expect(blame('items')).toBeUndefined();
		expect(blame('items.all.name')).toBeUndefined();
		expect(blame()).toBeUndefined();
	});
});
