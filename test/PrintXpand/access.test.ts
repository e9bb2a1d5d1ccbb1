import type { IDataObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { checkAccess } from '../../nodes/PrintXpand/access';
import { forgetProbes } from '../../nodes/shared/probe';

const keys = {
	baseUrl: 'https://shop.example/rest/V1/',
	consumerKey: 'k'.repeat(32),
	consumerSecret: 's'.repeat(32),
	accessToken: 't'.repeat(32),
	accessTokenSecret: 'u'.repeat(32),
};

interface Given {
	status: number;
	body?: unknown;
	headers?: IDataObject;
}

let sent: IHttpRequestOptions[] = [];
beforeEach(() => {
	forgetProbes();
	sent = [];
});

/** What the check says where the shop answers like this; nothing where it finds no fault. */
async function found({ status, body = {}, headers = {} }: Given, more: IDataObject = {}) {
	const httpRequest = async (options: IHttpRequestOptions) => {
		sent.push(options);
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		return await Promise.resolve({ statusCode: status, headers, body: text });
	};
	const helper = { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
	return await checkAccess(helper, { ...keys, ...more } as never).then(
		() => undefined,
		(error: Error) => error.message,
	);
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toUTCString();
const NONCE = { message: 'An error occurred validating the nonce' };
const SIGNATURE = { message: 'The signature is invalid. Verify and try again.' };

it('signs a create of nothing, whatever was pasted as the address', async () => {
	expect(await found({ status: 200, body: [{ response: [] }] })).toBeUndefined();
	expect(sent).toMatchObject([
		{ url: 'https://shop.example/rest/V1/customer/create/', body: '{"customer":{}}' },
	]);
	expect(sent[0].headers?.Authorization).toMatch(/^OAuth /);
});

it.each<[string, Given, RegExp]>([
	[
		'a clock that is ahead, by how much the answer tells',
		{ status: 401, body: NONCE, headers: { date: minutesAgo(25) } },
		/time of the request\..*The clock of this n8n is 25 minutes ahead/,
	],
	[
		'a time that is refused though the clock is right',
		{ status: 401, body: NONCE, headers: { date: minutesAgo(0) } },
		/more than ten minutes ahead of the shop, or the shop could not note/,
	],
	[
		'a signature, whatever the clock',
		{ status: 401, body: SIGNATURE, headers: { date: minutesAgo(25) } },
		/the signature\..*Check Consumer Secret/,
	],
	['a 401 in unknown words', { status: 401, body: 'x' }, /The shop refused the keys\. Status 401/],
	[
		'a shop that moved',
		{ status: 301, headers: { location: 'https://www.shop.example/' } },
		/The shop is at another address\. Status 301 to https:\/\/www\.shop\.example\/\./,
	],
	['a page that answers', { status: 200, body: '<html>' }, /has no PrintXpand API.*status 200/],
	['an API of something else', { status: 201, body: { ok: 1 } }, /has no PrintXpand API/],
	['an empty answer', { status: 204, body: '' }, /has no PrintXpand API/],
	['an address that takes no POST', { status: 405, body: '' }, /has no PrintXpand API/],
	['a list that says nothing of the keys', { status: 401, body: [] }, /The shop refused the keys/],
	['a page in the place of the API', { status: 404, body: '<html>' }, /has no PrintXpand API/],
	[
		'a Magento without it',
		{ status: 404, body: { message: 'Request does not match any route.' } },
		/has no PrintXpand API at this address\. Request does not match/,
	],
])('tells in plain words: %s', async (_, given, words) => {
	expect(await found(given)).toMatch(words);
});

it.each<[string, Given]>([
	[
		'a permission that is lacking: others may be there',
		{
			status: 401,
			body: { message: "The consumer isn't authorized to access %1.", parameters: ['a'] },
		},
	],
	[
		'an answer of the API itself',
		{
			status: 404,
			body: [
				{ response: [{ code: 404, status: 'error', message: 'Please pass valid customer Id!' }] },
			],
		},
	],
	['a create of nothing that answers nothing', { status: 200, body: [] }],
	['a shop that is down', { status: 503, body: '<html>' }],
])('blames neither keys nor address for %s', async (_, given) => {
	expect(await found(given)).toBeUndefined();
});

it.each(['shop.example', '', 'ftp://shop.example'])('refuses %j as an address', async (baseUrl) => {
	expect(await found({ status: 200 }, { baseUrl })).toMatch(/'Base URL' is not a URL/);
	expect(sent).toEqual([]);
});
