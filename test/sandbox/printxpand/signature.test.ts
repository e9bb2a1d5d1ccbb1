import { readHeader, readQuery } from '../../../sandbox/printxpand/oauthHeader';
import { baseString, encode, sign } from '../../../sandbox/printxpand/signature';

/** Computed by another implementation, Python's oauthlib. */
const VECTORS = [
	[
		'POST',
		'https://shop.example.com/rest/V1/category/create/',
		'HMAC-SHA256',
		'V1ygJOSMKOFN47pA5c8bWecLuyzbpIMBpdTsQVfdRdw=',
	],
	[
		'POST',
		'https://shop.example.com/rest/V1/category/create/',
		'HMAC-SHA1',
		'y7atDVXYX08e+x8A3NQ+UMKs27w=',
	],
	[
		'GET',
		'https://shop.example.com/rest/V1/orders?searchCriteria[pageSize]=10',
		'HMAC-SHA256',
		'UmD50H3UusRbPT009guRgKj57Ishv72XDIHdf2YoQ0c=',
	],
	[
		'GET',
		'https://shop.example.com/rest/V1/orders?searchCriteria[pageSize]=10',
		'HMAC-SHA1',
		'E9nYrzsnZgU7yfcJ/3n2PCp0w60=',
	],
] as const;

const oauth = (by: string): Array<[string, string]> => [
	['oauth_consumer_key', 'ck000000000000000000000000000001'],
	['oauth_token', 'at000000000000000000000000000001'],
	['oauth_nonce', 'n0000000000000000000000000000001'],
	['oauth_timestamp', '1700000000'],
	['oauth_version', '1.0'],
	['oauth_signature_method', by],
];

it.each(VECTORS)('%s %s by %s', (method, where, by, wanted) => {
	const [url = '', query = ''] = where.split('?');
	const signed = { method, url, parameters: new Map([...oauth(by), ...readQuery(query)]) };
	const secrets = ['cs000000000000000000000000000001', 'as000000000000000000000000000001'] as const;
	expect(sign(signed, by, ...secrets)).toBe(wanted);
});

it('makes the base string of RFC 5849', () => {
	const url = 'https://shop.example.com/rest/V1/category/create/';
	const signed = { method: 'post', url, parameters: new Map(oauth('HMAC-SHA256')) };
	expect(baseString(signed)).toBe(
		'POST&https%3A%2F%2Fshop.example.com%2Frest%2FV1%2Fcategory%2Fcreate%2F&' +
			'oauth_consumer_key%3Dck000000000000000000000000000001%26' +
			'oauth_nonce%3Dn0000000000000000000000000000001%26' +
			'oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1700000000%26' +
			'oauth_token%3Dat000000000000000000000000000001%26oauth_version%3D1.0',
	);
});

it('encodes as PHP does', () => {
	expect(encode("a b!'()*~ليلى")).toBe('a%20b%21%27%28%29%2A~%D9%84%D9%8A%D9%84%D9%89');
});

it('reads the header as Magento does', () => {
	const header = 'oAuth realm="shop",oauth_nonce="a%2Bb" , oauth_token=plain, other="x", oauth_x';
	expect([...(readHeader(header) ?? [])]).toEqual([
		['oauth_nonce', 'a+b'],
		['oauth_token', 'plain'],
	]);
	expect(readHeader('Bearer abc')).toBeNull();
});

it('drops what has not exactly one equals sign from the query', () => {
	expect([...readQuery('a=1+2&b&c=1=2&d=&oauth_token=x&e=%zz')]).toEqual([
		['a', '1 2'],
		['d', ''],
		['e', '%zz'],
	]);
});
