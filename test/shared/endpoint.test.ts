import fc from 'fast-check';
import { checkEndpointPath, checkPath, fillPath, idsIn } from '../../nodes/shared/endpoint';
import { refusedBy } from './refused';

describe('a typed path', () => {
	it.each([
		'/',
		'/rest/V1/orders',
		'/rest/V1/orders/',
		'/orders/{orderId}/items/{itemId}',
		'/a-b_c~d/e.json',
		'/orders/a%20b',
		'/.well-known/x',
	])('%s is taken as it is', (path) => {
		expect(checkPath(path)).toBe(path);
	});

	it.each([
		'',
		'rest/V1',
		'//evil.example/x',
		'/a//b',
		'/..',
		'/../admin',
		'/a/../b',
		'/a/..',
		'/a..b',
		'/a?x=1',
		'/a#b',
		'/a\\b',
		'\\a',
		'/\\evil.example',
		'/%2e%2e/admin',
		'/%2E%2E/admin',
		'/.%2e/admin',
		'/a%2fb',
		'/a%2Fb',
		'/a%5cb',
		'/a b',
		'/a\tb',
		'/a\nb',
		'/a\r\nHost: evil.example',
		' /a',
		'/a ',
		'/a\u00a0b',
		'/a\u0000b',
		'/a\u007fb',
		'https://evil.example/x',
		'@evil.example/x',
	])('%j is refused', (path) => {
		expect(refusedBy(() => checkPath(path, 'Path')).title).toContain("'Path' must");
	});

	it('never leads to another host or out of its root, whatever is typed', () => {
		const piece = fc.oneof(
			fc.string(),
			fc.constantFrom('/', '.', '..', '%2e', '%2F', '\\', '@', ':', '#', '?', 'evil.example'),
		);
		const typed = fc.array(piece, { maxLength: 8 }).map((pieces) => `/${pieces.join('')}`);
		fc.assert(
			fc.property(typed, (path) => {
				try {
					checkPath(path);
				} catch {
					return;
				}
				const url = new URL(`https://shop.example/api${path}`);
				expect(url.host).toBe('shop.example');
				expect(url.pathname.startsWith('/api/')).toBe(true);
				expect(url.search + url.hash).toBe('');
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('the endpoint of an operation', () => {
	it.each([
		['/orders/{id}', '/v2/orders/{id}'],
		['/a/{x}/b/{y}', '/{y}/z/{x}'],
		['/orders', '/other'],
	])('%s may become %s', (original, path) => {
		expect(checkEndpointPath(path, original)).toBe(path);
	});

	it.each([
		['/orders/{id}', '/orders'],
		['/orders/{id}', '/orders/{other}'],
		['/orders', '/orders/{id}'],
		['/orders/{id}', '/orders/{id}/{id}'],
		['/orders/{id}', '/orders/{{id}'.replace('{{', '{ ')],
	])('%s may not become %s', (original, path) => {
		expect(refusedBy(() => checkEndpointPath(path, original)).title).toContain("'Endpoint Path'");
	});

	it('tells which placeholders to keep', () => {
		const { title } = refusedBy(() => checkEndpointPath('/a', '/a/{x}/{y}'));
		expect(title).toContain('{x}, {y}');
	});
});

describe('ids in a path', () => {
	const fill = (value: unknown, path = '/orders/{id}/items') =>
		fillPath(path, () => ({ label: 'Order', value }));

	it.each<[unknown, string]>([
		['100', '100'],
		[100, '100'],
		[0, '0'],
		[false, 'false'],
		[' 100 ', '100'],
		['a/b', 'a%2Fb'],
		['a b', 'a%20b'],
		['../x', '..%2Fx'],
		['a?b#c', 'a%3Fb%23c'],
		['a\\b', 'a%5Cb'],
		['%2e%2e', '%252e%252e'],
		['...', '...'],
		['طلب', '%D8%B7%D9%84%D8%A8'],
		['😀', '%F0%9F%98%80'],
		['$&', '%24%26'],
		['{id}', '%7Bid%7D'],
	])('%j becomes %s', (value, encoded) => {
		expect(fill(value)).toBe(`/orders/${encoded}/items`);
	});

	it.each<[unknown, string]>([
		['', "'Order' is empty"],
		['   ', "'Order' is empty"],
		[undefined, "'Order' is empty"],
		[null, "'Order' is empty"],
		['.', "'Order' cannot be '.'"],
		['..', "'Order' cannot be '..'"],
		[' .. ', "'Order' cannot be '..'"],
		['\ud800', "'Order' holds characters that cannot be sent"],
	])('%j is refused by its label', (value, title) => {
		expect(refusedBy(() => fill(value))).toMatchObject({ title, outcome: 'notSent' });
	});

	it('each goes to its own place', () => {
		const values: Record<string, string> = { a: '1', b: '2' };
		const path = fillPath('/{b}/x/{a}', (name) => ({ label: name, value: values[name] }));
		expect(path).toBe('/2/x/1');
		expect(idsIn('/{b}/x/{a}')).toEqual(['b', 'a']);
		expect(idsIn('/x')).toEqual([]);
	});

	it('an id is one segment, whatever it holds', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), (value) => {
				let path: string;
				try {
					path = fill(value);
				} catch {
					expect(['', '.', '..']).toContain(value.trim());
					return;
				}
				const segments = new URL(`https://shop.example${path}`).pathname.split('/');
				expect(segments).toHaveLength(4);
				expect(decodeURIComponent(segments[2])).toBe(value.trim());
			}),
			{ numRuns: 500 },
		);
	});
});
