import { connect, type CallContext } from '../../nodes/shared/connection';
import type { Marketplace } from '../../nodes/shared/operation';

const shop: Marketplace = {
	name: 'Shop',
	credential: 'shopApi',
	baseUrl: ({ baseUrl }) => String(baseUrl),
	examplePath: '/items',
	resources: {},
	readFailure: () => undefined,
};

const connected = async (baseUrl: string) =>
	await connect(
		{
			getCredentials: async () => ({ baseUrl }),
			getNode: () => ({ name: 'Shop', credentials: { shopApi: { id: '1', name: 'x' } } }),
			getTimezone: () => 'UTC',
		} as unknown as CallContext,
		shop,
	);

it.each([
	['https://shop.example', 'https://shop.example'],
	[' https://shop.example/base/ ', 'https://shop.example/base'],
	['http://127.0.0.1:4610', 'http://127.0.0.1:4610'],
])("the address '%s' is taken as %s", async (given, expected) => {
	expect((await connected(given)).baseUrl).toBe(expected);
});

it.each(['', 'shop.example', 'ftp://shop.example', 'https://'])(
	"'%s' is no address",
	async (given) => {
		await expect(connected(given)).rejects.toThrow('is not a URL');
	},
);

it.each([
	'https://shop.example/?lang=ar',
	'https://shop.example/#/home',
	'https://me:secret@shop.example',
])("'%s' holds more than an address", async (given) => {
	await expect(connected(given)).rejects.toThrow('holds more than an address');
});
