import { parseJson } from '../../../nodes/shared/json';
import { jsonTestSuite } from '../../corpora/jsonTestSuite';
import type { Case, Receiver } from './case';
import { entityRow } from './entity';
import { requestTo } from './wire';

const FORM = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n';
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** What Dispatch sends is not documented: JSON comes out as data, everything else, and `null`, as the text that it is. */
function dataOf(body: Buffer): unknown {
	const text = body.toString('utf8');
	try {
		return parseJson(text) ?? text;
	} catch {
		return text;
	}
}

/** Deep JSON would break n8n when it saves the execution: it stays text. */
const TOO_DEEP = [nested(101), nested(500), nested(100_000)];

/**
 * Bodies of calls with the right secret.
 *
 * @param step how many of JSONTestSuite's files: every nth
 */
export function entityCases({ url, secrets: [secret = ''] }: Receiver, step: number): Case[] {
	const query = `?secret=${secret}`;
	const send = (body: Buffer | string, headers = ['Content-Type: text/plain']) =>
		requestTo(url, { query, headers, body });
	const files = jsonTestSuite().filter(
		({ name }, index) => index % step === 0 && !/nested_arrays|100000|open_array_object/.test(name),
	);
	const taken = (name: string, body: string, out: unknown): Case => {
		return { name, bytes: send(body), status: 200, rows: [entityRow(out)] };
	};
	return [
		...files.map(({ name, body }): Case => {
			return { name, bytes: send(body), status: 200, rows: [entityRow(dataOf(body))] };
		}),
		...TOO_DEEP.map((text) => taken(`${text.length / 2} levels stay text`, text, text)),
		taken('nothing', '', ''),
		taken('a whole number beyond 2^53', '{"id":12345678901234567890}', {
			id: '12345678901234567890',
		}),
		taken('text', 'shipment_delivered', 'shipment_delivered'),
		{ name: 'n8n: broken JSON', bytes: send('{', ['Content-Type: application/json']), status: 422 },
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
