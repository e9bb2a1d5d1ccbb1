import { readFailure } from '../../nodes/VanillaEshop/refusals';

const answer = (status: number, body: unknown) => readFailure({ status, headers: {}, body });

const FIELDS = {
	'products.3.price': ['The products.3.price must be a number.'],
	'ar.name': ['The ar.name field is required.', 'It is too short.'],
};

const PROBLEMS = [
	{ path: 'products.3.price', words: 'The price must be a number.' },
	{ path: 'ar.name', words: 'The ar.name field is required. It is too short.' },
];

describe('fields that are refused', () => {
	it.each<[string, number, unknown]>([
		['Laravel 5.5 and later', 422, { message: 'The given data was invalid.', errors: FIELDS }],
		['Laravel 5.4', 422, FIELDS],
		['an envelope', 422, { status: 422, success: false, message: 'Invalid', errors: FIELDS }],
		['the data of an envelope', 422, { status: 422, success: false, data: FIELDS }],
		['errors in the data', 422, { status: 422, success: false, data: { errors: FIELDS } }],
		['the message of an envelope', 400, { success: false, message: FIELDS }],
		['an envelope with status 200', 200, { status: 422, success: false, errors: FIELDS }],
		['an envelope that says so by its status alone', 200, { status: 422, errors: FIELDS }],
	])('in the form of %s', (_, status, body) => {
		expect(answer(status, body)?.problems).toEqual(PROBLEMS);
	});

	it('are no longer named by their place in the request, which is not that of the item', () => {
		const errors = {
			'products.0.order_id': ['The products.0.order_id field is required.'],
			'option.1.values.0.option_value_id': ['The option.1.values.0.option value id is invalid.'],
			'attribute.2.ar.description': ['The attribute.2.ar.description field is required.'],
		};
		expect(answer(422, { errors })?.problems?.map(({ words }) => words)).toEqual([
			'The order id field is required.',
			'The option value id is invalid.',
			'The ar.description field is required.',
		]);
	});

	it.each<[string, unknown]>([
		['errors', { errors: { comment: 'The comment is too long.' } }],
		['the data', { success: false, data: { errors: { comment: 'The comment is too long.' } } }],
		['the message', { message: { comment: 'The comment is too long.' } }],
	])('may have one plain text each in %s', (_, body) => {
		const problems = [{ path: 'comment', words: 'The comment is too long.' }];
		expect(answer(422, body)?.problems).toEqual(problems);
	});

	it.each([
		['order_id', "'Order: Get'"],
		['sku', "'Product: Update'"],
		['products.7.sku', "'Product: Update'"],
		['entity_id', 'perhaps from an earlier run'],
	])('%s that is taken is told with what to do', (path, advice) => {
		const said = answer(422, { errors: { [path]: [`The ${path} has already been taken.`] } });
		expect(said?.problems?.[0].advice).toContain(advice);
	});

	it.each<[string, number, unknown]>([
		['the server failed within', 500, { message: 'Server Error', errors: FIELDS }],
		['values are no messages', 422, { errors: { 'ar.name': { min: 1 } } }],
		['messages stand beside something else', 422, { ...FIELDS, code: 7 }],
		['plain texts are data', 422, { success: false, data: { sku: 'van.85' } }],
		['plain texts stand in no place of messages', 422, { reason: 'closed' }],
		['there are none', 422, { errors: {} }],
		['it is a list', 422, { errors: ['The sku is missing.'] }],
	])('are not read where %s', (_, status, body) => {
		expect(answer(status, body)).toMatchObject({ words: expect.any(String) as string });
		expect(answer(status, body)?.problems).toBeUndefined();
	});
});

describe('words', () => {
	it.each<[unknown, string]>([
		[{ message: 'Too Many Attempts.' }, 'Too Many Attempts.'],
		[{ error: 'token_expired' }, 'token_expired'],
		[{ errors: ['One.', 'Two.'] }, 'One. Two.'],
		[{ success: false, data: 'No such store' }, 'No such store'],
		[{ message: '' }, ''],
		[undefined, ''],
	])('of %j are %j', (body, words) => {
		expect(answer(400, body)?.words).toBe(words);
	});

	it.each<[number, string, string | undefined, string]>([
		[401, 'Unauthenticated.', undefined, 'Authentication'],
		[404, 'No query results for model [App\\Order].', 'notFound', 'Check the ID'],
		[404, 'No query results for model [App\\Product].', 'notFound', 'Magento entity ID'],
		[405, '', undefined, 'address'],
		[409, 'Conflict', 'conflict', 'earlier run'],
		[400, "Duplicate entry '500001' for key", 'conflict', 'earlier run'],
	])('%i %j', (status, message, kind, advice) => {
		const said = answer(status, { message });
		expect(said?.kind).toBe(kind);
		expect(said?.advice).toContain(advice);
	});

	it('of a body that is too large let it be known', () => {
		expect(answer(413, { message: '' })?.kind).toBe('tooLarge');
	});
});

it.each<[number, unknown, number | undefined]>([
	[200, { status: 422, success: false, errors: FIELDS }, 422],
	[200, { status: 404, message: 'No query results' }, 404],
	[200, { status: '500', success: false }, 500],
	[200, { status: 200, success: false, message: 'No such store' }, undefined],
	[200, { success: false }, undefined],
	[422, { status: 400, success: false, errors: FIELDS }, undefined],
])('the status that only the body names: %i %j', (status, body, said) => {
	expect(answer(status, body)).toBeDefined();
	expect(answer(status, body)?.status).toBe(said);
});

it.each<[number, unknown]>([
	[200, { status: 200, success: true, data: null }],
	[200, { status: 200, success: true, data: { message: 'x', errors: FIELDS } }],
	[200, { data: { product_id: 85 } }],
	[201, undefined],
])('a success is none: %i %j', (status, body) => {
	expect(answer(status, body)).toBeUndefined();
});
