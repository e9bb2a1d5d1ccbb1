import type { Case, Receiver, Row } from './case';
import { designerBody, designerCall, designerRow, nextProduct } from './designer';
import { requestTo } from './wire';

const encoded = (text: string): string =>
	[...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** What the designer might send, though the reference shows only one form. */
const READ: Record<string, () => [fields: Row, row?: Row]> = {
	'a product as text': () => [{ integration_product_id: String(nextProduct()) }],
	'addresses in Arabic': () => [{ image_url: 'https://shop.example/قميص.png', designer_url: 'ق' }],
	'empty addresses': () => [{ image_url: '', designer_url: '' }],
	'the switch as text': () => [{ enable_product_designer: '1' }, { enableProductDesigner: true }],
	'the switch off': () => [{ enable_product_designer: 0 }],
	'the switch as a boolean': () => [
		{ enable_product_designer: true },
		{ enableProductDesigner: true },
	],
	'fields that nobody knows': () => [{ extra: { deep: [1, 2] }, secret: 'x' }],
};

/** Values that the trigger cannot work with: 400. */
const UNREADABLE: Record<string, Row> = {
	'no image': { image_url: null },
	'an image as a list': { image_url: ['https://shop.example/a.png'] },
	'no designer': { designer_url: undefined },
	'the switch at 2': { enable_product_designer: 2 },
	'the switch in words': { enable_product_designer: 'yes' },
	'no product': { integration_product_id: null },
	'an empty product': { integration_product_id: '' },
	'a product below zero': { integration_product_id: -1 },
	'half a product': { integration_product_id: 1.5 },
	'a product in hexadecimal': { integration_product_id: '0x10' },
	'a product as a list': { integration_product_id: [7] },
	'a product as a switch': { integration_product_id: true },
};

const ROOTS = ['', 'null', '[]', '"x"', '1', '{}', '{', '[{}]', '{"__proto__":{"image_url":"a"}}'];

const FORM = '--x\r\nContent-Disposition: form-data; name="image_url"\r\n\r\na\r\n--x--\r\n';

/** Calls of the designer, with the right secret. */
export function designerCases({ url, secrets: [secret = ''] }: Receiver): Case[] {
	const query = `?secret=${secret}`;
	const send = (body: string, headers = ['Content-Type: text/plain']) =>
		requestTo(url, { query, headers, body });
	const read = Object.entries(READ).map(([name, of]): Case => {
		const [fields, row] = of();
		const body = designerBody(fields);
		const rows = [{ ...designerRow(body), ...row }];
		return { name, bytes: send(JSON.stringify(body)), status: 200, rows };
	});
	return [
		...read,
		...Object.entries(UNREADABLE).map(([name, fields]): Case => {
			return { name, bytes: send(JSON.stringify(designerBody(fields))), status: 400 };
		}),
		...ROOTS.map((body): Case => ({ name: `${body} as a body`, bytes: send(body), status: 400 })),
		{ ...encodedCall(url, secret), name: 'every letter of the secret encoded' },
		{
			name: 'a form with files',
			bytes: send(FORM, ['Content-Type: multipart/form-data; boundary=x']),
			status: [400, 415],
		},
		{
			name: 'a form with files, without the secret',
			bytes: requestTo(url, {
				headers: ['Content-Type: multipart/form-data; boundary=x'],
				body: FORM,
			}),
			status: 401,
		},
	];
}

/** The same call with the secret written otherwise: an address may be encoded on the way. */
function encodedCall(url: string, secret: string): Case {
	const body = designerBody();
	const parts = { query: `?secret=${encoded(secret)}`, body: JSON.stringify(body) };
	return { name: '', bytes: requestTo(url, parts), status: 200, rows: [designerRow(body)] };
}

/** A trigger without a credential takes every call of the right shape, as its notice says. */
export const openDesignerCases = ({ url }: Receiver): Case[] => [
	designerCall(url, undefined, {}, 'without a secret'),
	designerCall(url, 'whatever', {}, 'with any secret'),
	{ name: 'of no shape', bytes: requestTo(url, { body: '{}' }), status: 400 },
];
