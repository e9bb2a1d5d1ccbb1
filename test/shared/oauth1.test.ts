import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import OAuth from 'oauth-1.0a';
import {
	authorization,
	baseString,
	sign,
	type OAuth1Keys,
	type SignatureMethod,
} from '../../nodes/shared/oauth1';

const keys = (method: SignatureMethod = 'HMAC-SHA256'): OAuth1Keys => ({
	consumerKey: 'ck000000000000000000000000000001',
	consumerSecret: 'cs000000000000000000000000000001',
	accessToken: 'at000000000000000000000000000001',
	accessTokenSecret: 'as000000000000000000000000000001',
	method,
});

const moment = { nonce: 'n0000000000000000000000000000001', timestamp: 1_700_000_000 };

/** The parts of an Authorization header, decoded. */
function partsOf(header: unknown): Record<string, string> {
	const parts = String(header)
		.replace(/^OAuth /, '')
		.split(', ');
	return Object.fromEntries(
		parts.map((part) => {
			const [, name, value] = /^([^=]+)="(.*)"$/.exec(part) ?? [];
			return [decodeURIComponent(name), decodeURIComponent(value)];
		}),
	);
}

const CREATE = 'https://shop.example.com/rest/V1/category/create/';
const LIST = 'https://shop.example.com/rest/V1/orders?searchCriteria[pageSize]=10';

describe("the reference's test vectors", () => {
	it.each<[string, string, SignatureMethod, string]>([
		['POST', CREATE, 'HMAC-SHA256', 'V1ygJOSMKOFN47pA5c8bWecLuyzbpIMBpdTsQVfdRdw='],
		['POST', CREATE, 'HMAC-SHA1', 'y7atDVXYX08e+x8A3NQ+UMKs27w='],
		['GET', LIST, 'HMAC-SHA256', 'UmD50H3UusRbPT009guRgKj57Ishv72XDIHdf2YoQ0c='],
		['GET', LIST, 'HMAC-SHA1', 'E9nYrzsnZgU7yfcJ/3n2PCp0w60='],
	])('%s %s %s', (method, url, signature, expected) => {
		const header = authorization(keys(signature), method, new URL(url), moment);
		expect(partsOf(header).oauth_signature).toBe(expected);
	});

	it('the base string holds the slash at the end of the path', () => {
		const oauth = Object.entries(partsOf(authorization(keys(), 'POST', new URL(CREATE), moment)));
		const signed = oauth.filter(([name]) => name !== 'oauth_signature');
		expect(baseString('post', new URL(CREATE), signed)).toBe(
			'POST&https%3A%2F%2Fshop.example.com%2Frest%2FV1%2Fcategory%2Fcreate%2F&oauth_consumer_key%3Dck000000000000000000000000000001%26oauth_nonce%3Dn0000000000000000000000000000001%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1700000000%26oauth_token%3Dat000000000000000000000000000001%26oauth_version%3D1.0',
		);
	});
});

const TRICKY = [
	...'abz09 +%&=?#/:;@!$\'()*,[]{}"<>\\^`|~-._',
	'é',
	'ع',
	'店',
	'🧵',
	'%2F',
	'&=',
	'++',
];
const text = fc.array(fc.constantFrom(...TRICKY), { maxLength: 8 }).map((parts) => parts.join(''));
const name = text.filter((value) => value !== '');
const segment = fc.oneof(name, fc.constantFrom('rest', 'V1', 'orders'));

const request = fc.record({
	method: fc.constantFrom<'GET' | 'POST' | 'DELETE' | 'PUT'>('GET', 'POST', 'DELETE', 'PUT'),
	protocol: fc.constantFrom('http:', 'https:'),
	host: fc.constantFrom(
		'Shop.Example.com',
		'shop.example.com:80',
		'shop.example.com:443',
		'127.0.0.1:8080',
	),
	path: fc.array(segment, { maxLength: 4 }),
	slash: fc.constantFrom('', '/'),
	inUrl: fc.array(fc.tuple(name, text), { maxLength: 4 }),
	inQuery: fc.dictionary(name, fc.oneof(text, fc.integer(), fc.boolean()), { maxKeys: 3 }),
	signature: fc.constantFrom<SignatureMethod>('HMAC-SHA256', 'HMAC-SHA1'),
});

describe('against an independent implementation (oauth-1.0a)', () => {
	it('signs 1,000 random requests alike', () => {
		fc.assert(
			fc.property(request, ({ method, protocol, host, path, slash, inUrl, inQuery, signature }) => {
				// Names that come twice are what the property is after, in one place or in both.
				const query = inUrl.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
				const address = `${protocol}//${host}/${path.map(encodeURIComponent).join('/')}${slash}`;
				const url = query ? `${address}?${query}` : address;
				const signed = sign(keys(signature), { method, url, qs: inQuery }, moment);

				const oracle = new OAuth({
					consumer: { key: keys().consumerKey, secret: keys().consumerSecret },
					signature_method: signature,
					hash_function: (base, key) =>
						createHmac(signature === 'HMAC-SHA1' ? 'sha1' : 'sha256', key)
							.update(base)
							.digest('base64'),
				});
				oracle.getNonce = () => moment.nonce;
				oracle.getTimeStamp = () => moment.timestamp;
				const { accessToken, accessTokenSecret } = keys();
				const wanted = [
					...inUrl,
					...Object.entries(inQuery).map(([key, value]) => [key, String(value)]),
				];
				// It does not decode the names in an address, so the query is handed to it as data.
				const data: Record<string, string[]> = {};
				for (const [key, value] of wanted) data[key] = [...(data[key] ?? []), value];
				const expected = oracle.authorize(
					{ url: signed.url.split('?')[0], method, data },
					{ key: accessToken, secret: accessTokenSecret },
				);
				expect(partsOf(signed.headers?.Authorization).oauth_signature).toBe(
					expected.oauth_signature,
				);
				expect([...new URL(signed.url).searchParams]).toEqual(wanted);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('a request is signed', () => {
	const options = { method: 'POST' as const, url: CREATE, body: { a: 1 } };

	it('with another nonce each time, also where it comes back signed', () => {
		const first = sign(keys(), options);
		const second = sign(keys(), first);
		const nonces = [first, second].map(
			({ headers }) => partsOf(headers?.Authorization).oauth_nonce,
		);
		expect(new Set(nonces).size).toBe(2);
		expect(nonces[0]).toMatch(/^[0-9a-z]{32}$/);
		expect(second.url).toBe(first.url);
	});

	it('anew, without growing, where it comes back with its query in the address', () => {
		const first = sign(keys(), { method: 'GET', url: CREATE, qs: { 'a b': 'c=d' } }, moment);
		expect(first.url).toBe(`${CREATE}?a%20b=c%3Dd`);
		expect(sign(keys(), first, moment)).toEqual(first);
	});

	it('in place of a header of another spelling', () => {
		const { headers } = sign(keys(), { ...options, headers: { authorization: 'OAuth old' } });
		expect(Object.keys(headers ?? {})).toEqual(['Authorization']);
	});

	it('without its body, and the body goes as it is', () => {
		const bare = sign(keys(), { method: 'POST', url: CREATE }, moment);
		const full = sign(keys(), options, moment);
		expect(full.headers).toEqual(bare.headers);
		expect(full.body).toBe(options.body);
	});

	it('with lists and objects of the query in brackets, as PHP reads them', () => {
		const qs = { searchCriteria: { pageSize: 10 }, id: [1, 2], none: undefined };
		const { url } = sign(keys(), {
			method: 'GET',
			baseURL: 'https://shop.example.com/',
			url: '/rest',
			qs,
		});
		expect(url).toBe(
			'https://shop.example.com/rest?searchCriteria%5BpageSize%5D=10&id%5B%5D=1&id%5B%5D=2',
		);
	});
});
