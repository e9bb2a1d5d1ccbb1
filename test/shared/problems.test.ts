import { Failure, type FailureFacts } from '../../nodes/shared/failure';
import { rows, text } from '../../nodes/shared/fields';
import { adviceOn, blamed, labelOf } from '../../nodes/shared/problems';

const operation = {
	fields: {
		sku: text('SKU'),
		name: text('Name', { to: 'en.name' }),
		option: rows(
			'Options',
			{ id: text('Option ID'), values: rows('Values', { sku: text('SKU') }, { row: 'Value' }) },
			{ row: 'Option' },
		),
	},
};

const failure = (facts: Partial<FailureFacts>) =>
	new Failure({ title: 'Refused', outcome: 'refused', status: 422, ...facts });

it.each([
	['sku', "'SKU'"],
	['en.name', "'Name'"],
	['option.0', "row 1 of 'Options'"],
	['option.2.id', "'Option ID' in row 3 of 'Options'"],
	['option.0.values.1.sku', "'SKU' in row 2 of 'Values' in row 1 of 'Options'"],
	['option.0.unknown', "row 1 of 'Options'"],
	['elsewhere', "'elsewhere'"],
])('%s is %s', (path, label) => {
	expect(labelOf(operation, path)).toBe(label);
});

describe('a refusal that names elements', () => {
	it('is that of each, in its own words', () => {
		const problems = [
			{ path: 'products.0.sku', words: 'Taken.' },
			{ path: 'products.4.en.name', words: 'Missing.' },
			{ path: 'products.0.option.0.id', words: 'Unknown.' },
		];
		const all = blamed(
			operation,
			{ list: 'products', count: 5 },
			failure({ problems, advice: 'Look there' }),
		);
		expect(
			[...(all ?? [])].map(([place, { facts }]) => [place, facts.words, facts.advice]),
		).toEqual([
			[0, "'SKU': Taken. 'Option ID' in row 1 of 'Options': Unknown.", 'Look there'],
			[4, "'Name': Missing.", 'Look there'],
		]);
		expect(all?.get(0)?.facts.problems?.map(({ path }) => path)).toEqual(['sku', 'option.0.id']);
	});

	it('gives each the advice on its own problems only', () => {
		const problems = [
			{ path: 'products.0.sku', words: 'Taken.', advice: 'Update it' },
			{ path: 'products.1.en.name', words: 'Missing.' },
		];
		const advice = adviceOn(problems);
		expect(advice).toBe('Update it');
		const all = blamed(operation, { list: 'products', count: 5 }, failure({ problems, advice }));
		expect(all?.get(0)?.facts.advice).toBe('Update it');
		expect(all?.get(1)?.facts.advice).toBeUndefined();
	});

	it('says the same advice once', () => {
		const same = { path: 'sku', words: 'Taken.', advice: 'Update it' };
		expect(adviceOn([same, { ...same, path: 'id', advice: 'Choose another' }, same])).toBe(
			'Update it. Choose another',
		);
		expect(adviceOn([])).toBeUndefined();
	});

	it.each<[string, Partial<FailureFacts>]>([
		['it names none', {}],
		['it also speaks of the whole', { problems: [{ path: 'products', words: 'Too many.' }] }],
		[
			'it may have been carried out',
			{ outcome: 'unknown', problems: [{ path: 'products.0.sku', words: 'Taken.' }] },
		],
	])('is about the whole request where %s', (_, facts) => {
		expect(blamed(operation, { list: 'products', count: 5 }, failure(facts))).toBeUndefined();
	});
});
