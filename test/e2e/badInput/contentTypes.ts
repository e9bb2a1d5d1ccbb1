import type { Case, Receiver } from './case';
import { event, signedRequest } from './event';

const FORM = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n';

/** Under these a signed event starts the workflow: the bytes count, whatever they are called. */
const ANY_NAME = [
	'',
	';',
	'application/json',
	'APPLICATION/JSON',
	'application/json; charset=utf-8',
	'application/json; charset=latin1',
	'application/json ; charset=utf-16',
	'text/plain',
	'text/plain; charset=utf-16le',
	'text/html',
	'application/octet-stream',
	'application/x-www-form-urlencoded',
	'multipart/mixed; boundary=x',
	'no type at all',
	'x/'.repeat(1_000),
];

/** n8n reads JSON in the charset that is named, and refuses what it then cannot read. */
const UNKNOWN_CHARSETS = ['utf-16', 'utf-16le', 'utf-32', 'iso-8859-1', 'x', ''];

/** A body under every name, and the ones under which n8n reads it before the node does. */
export function contentTypeCases({ url, secrets: [secret = ''] }: Receiver): Case[] {
	const typed = (type: string, body: Buffer | string, key = secret) =>
		signedRequest(url, body, key, { headers: [`Content-Type: ${type}`] });
	const named = ANY_NAME.map((type): Case => {
		const { body, row } = event();
		const name = `the content type '${type.slice(0, 60)}'`;
		return { name, bytes: typed(type, body), status: 200, rows: [row] };
	});
	const untyped = event();
	const charsets = UNKNOWN_CHARSETS.map((charset): Case => {
		const bytes = typed(`application/json; charset=${charset}`, event().body);
		return { name: `n8n: JSON in the charset '${charset}'`, bytes, status: 422 };
	});
	const forms: Array<[name: string, type: string, body: Buffer | string]> = [
		['a form with files', 'multipart/form-data; boundary=x', FORM],
		[
			'an event that calls itself a form with files',
			'multipart/form-data; boundary=x',
			event().body,
		],
		['a form with files without a boundary', 'multipart/form-data', FORM],
	];
	return [
		...named,
		{
			name: 'no content type',
			bytes: signedRequest(url, untyped.body, secret, { headers: [] }),
			status: 200,
			rows: [untyped.row],
		},
		...charsets,
		{ name: 'n8n: broken JSON', bytes: typed('application/json', '{'), status: 422 },
		{ name: 'n8n: broken JSON, forged', bytes: typed('application/json', '{', 'x'), status: 422 },
		{
			name: 'a forged event that calls itself XML',
			bytes: typed('text/xml', '<a>', 'x'),
			status: [401, 422],
		},
		...forms.flatMap(([name, type, body]): Case[] => [
			{ name, bytes: typed(type, body), status: [400, 415] },
			{ name: `${name}, forged`, bytes: typed(type, body, 'x'), status: [400, 401, 415] },
		]),
		{
			name: 'several parts whose connection ends too early',
			bytes: signedRequest(url, FORM, 'x', {
				headers: ['Content-Type: multipart/mixed; boundary=x'],
				contentLength: FORM.length + 10,
			}),
			manner: { hangsUp: true },
			status: 400,
		},
		{
			name: 'several parts that call themselves gzip',
			bytes: signedRequest(url, FORM, 'x', {
				headers: ['Content-Type: multipart/mixed; boundary=x', 'Content-Encoding: gzip'],
			}),
			status: [400, 401],
		},
		{
			name: 'several parts, 20 MiB announced',
			bytes: signedRequest(url, FORM, 'x', {
				headers: ['Content-Type: multipart/mixed; boundary=x'],
				contentLength: 20 * 1024 * 1024,
			}),
			status: [400, 401, 413],
		},
	];
}
