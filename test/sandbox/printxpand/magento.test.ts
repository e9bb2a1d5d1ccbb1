import { openPrintXpand, type Client } from './client';

let client: Client;
beforeEach(async () => {
	client = await openPrintXpand();
});
afterEach(async () => await client.close());

const DELETE = 'POST /category/delete/';

it('knows no other route, whoever asks', async () => {
	const unsigned = { headers: { authorization: undefined } };
	for (const call of [
		'POST /category/list/',
		'GET /order/create/',
		'POST /rest/V1/order/create/',
	]) {
		const { status, body } = await client.call(call, undefined, unsigned);
		expect([status, body]).toEqual([404, { message: 'Request does not match any route.' }]);
	}
	expect(client.shop.requests.map(({ invalid }) => invalid)).toEqual(
		Array.from({ length: 3 }, () => 'There is no such route'),
	);
});

it('shows a page where the path is not under /rest', async () => {
	const response = await fetch(`${client.shop.url}/V1/product/create/`, { method: 'POST' });
	expect([response.status, response.headers.get('content-type')]).toEqual([
		404,
		'text/html; charset=UTF-8',
	]);
	expect(await response.text()).toContain('404 Not Found');
});

it.each<[string, unknown, Record<string, string | undefined>, unknown]>([
	['no JSON', '{"category":[', {}, { message: 'Decoding error.' }],
	['nothing', '', {}, { message: 'Decoding error.' }],
	[
		'no field',
		{ product: [] },
		{},
		{
			message: '"%fieldName" is required. Enter and try again.',
			parameters: { fieldName: 'category' },
		},
	],
	[
		'text in place of a list',
		{ category: '101' },
		{},
		{ message: 'Invalid type for value: "string". Expected Type: "mixed[]".' },
	],
	[
		'no type',
		'{"category":[]}',
		{ 'content-type': undefined },
		{ message: 'Content-Type header is empty.' },
	],
	[
		'another type',
		'category=1',
		{ 'content-type': 'text/plain' },
		{ message: 'Server cannot understand Content-Type HTTP header media type text/plain' },
	],
])('answers 400 to %s', async (_name, body, headers, wanted) => {
	const reply = await client.call(DELETE, body, { headers });
	expect([reply.status, reply.body]).toEqual([400, wanted]);
	expect(client.shop.requests[0]).toMatchObject({ applied: false });
});

it('looks at the signature before the body', async () => {
	expect((await client.call(DELETE, '{"category":[', { tokenSecret: 'x' })).status).toBe(401);
	expect(client.shop.requests[0]?.invalid).toBe('The body is not valid JSON.');
});

it('writes JSON as PHP does', async () => {
	const customer = { a: { id: 'ل/1' } };
	const { text, entries } = await client.call('POST /customer/create/', { customer });
	expect(text).toContain('"id":"\\u0644\\/1"');
	expect(entries).toMatchObject([{ id: 'ل/1' }]);
});

it.each([
	['application/json', 'json'],
	['application/json,text/*;q=0.9', 'json'],
	['*/*', 'json'],
	['image/png', 'json'],
	['text/html, application/xhtml+xml, application/xml;q=0.9', 'xml'],
	['application/json;q=0.5, text/xml', 'xml'],
])('answers %s in %s', async (accept, wanted) => {
	const body = { category: ['<1>'] };
	const { text, headers } = await client.call(DELETE, body, { headers: { accept } });
	expect(headers.get('content-type')).toBe(`application/${wanted}; charset=utf-8`);
	expect(text).toContain(wanted === 'xml' ? '<id>&lt;1&gt;</id><code>404</code>' : '"id":"<1>"');
});

it.each([
	['the last of equal keys', '"9":{"id":"9"},"1":{"id":"1"},"9":{"id":"nine"}', ['nine', '1']],
	['keys inside records', '"b":{"id":"b","a":0},"1":{"id":"1"},"a":{"id":"a"}', ['b', '1', 'a']],
	[
		'quotes and braces in texts',
		'"a\\"":{"id":"k","last_name":"{\\"customer\\":{"},"1":{"id":"1"}',
		['k', '1'],
	],
])('keeps the order of the wire, whatever %s', async (_name, records, ids) => {
	const body = `{"x":{"1":1},"customer":{${records}}}`;
	const { entries } = await client.call('POST /customer/create/', body);
	expect(entries.map(({ id }) => id)).toEqual(ids);
});
