import { type JsonFile, jsonTestSuite } from '../../corpora/jsonTestSuite';
import { parseJson } from '../../../nodes/shared/json';
import type { Case, Receiver } from './case';
import { eventAround, eventOf, signedRequest } from './event';

/** Under which a file is sent; `undefined` stands for no content type. */
export const TYPES = ['application/json', 'text/plain', undefined] as const;
export type Type = (typeof TYPES)[number];

const headersOf = (type: Type): string[] => (type === undefined ? [] : [`Content-Type: ${type}`]);

const nameOf = ({ name }: JsonFile, type: Type, manner: string): string =>
	`${name}, ${manner}, ${type ?? 'no content type'}`;

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** n8n itself refuses what calls itself JSON and is none. It passes over a BOM, and an empty body it does not read. */
function isStoppedByN8n(body: Buffer, type: Type): boolean {
	if (type !== 'application/json' || body.length === 0) return false;
	return !isJson(body.toString('utf8').replace(/^\ufeff/, ''));
}

/** None of the files is an event: all are refused, and those that are forged for that reason. */
function asBody(
	{ url, secrets: [secret = ''] }: Receiver,
	file: JsonFile,
	type: Type,
	isForged: boolean,
): Case {
	const key = isForged ? 'forged' : secret;
	const bytes = signedRequest(url, file.body, key, { headers: headersOf(type) });
	const byNode = isForged ? 401 : 400;
	const status = isStoppedByN8n(file.body, type) ? 422 : byNode;
	return { name: nameOf(file, type, isForged ? 'forged' : 'signed'), bytes, status };
}

/** The reference asks parsers for no limit; this one has a limit on purpose. */
const TOO_DEEP = 'i_structure_500_nested_arrays.json';

/** The file as a value in an event that is otherwise right: it starts the workflow if, and only if, it is JSON. */
function inEvent({ url, secrets: [secret = ''] }: Receiver, file: JsonFile, type: Type): Case {
	const { body, orderId } = eventAround(file.body);
	const bytes = signedRequest(url, body, secret, { headers: headersOf(type) });
	const name = nameOf(file, type, 'in an event');
	const text = file.body.toString('utf8');
	const isRead = file.expected === 'either' ? isJson(text) : file.expected === 'accept';
	if (!isRead) return { name, bytes, status: type === 'application/json' ? 422 : 400 };
	if (file.name === TOO_DEEP) return { name, bytes, status: 400 };
	const { row } = eventOf(body, { order_id: orderId, x: parseJson(text) });
	return { name, bytes, status: 200, rows: [row] };
}

/** Which files go under a content type: all, or every third, so that each file goes under one. */
function filesFor(type: Type, isWhole: boolean): JsonFile[] {
	const turn = TYPES.indexOf(type);
	return jsonTestSuite().filter((_, index) => isWhole || index % TYPES.length === turn);
}

const everyNth = <T>(items: T[], step: number): T[] => items.filter((_, at) => at % step === 0);

/** Files of JSONTestSuite as bodies, signed; where it is not the whole, a third of those of this type. */
export const asBodies = (receiver: Receiver, type: Type, isWhole: boolean): Case[] =>
	everyNth(filesFor(type, isWhole), isWhole ? 1 : 3).map((file) =>
		asBody(receiver, file, type, false),
	);

/** The same with forged signatures; where it is not the whole, an eighth. */
export const asForgedBodies = (receiver: Receiver, type: Type, isWhole: boolean): Case[] =>
	everyNth(filesFor(type, isWhole), isWhole ? 1 : 8).map((file) =>
		asBody(receiver, file, type, true),
	);

/** Files as a value in a signed event. */
export const inEvents = (receiver: Receiver, type: Type, isWhole: boolean): Case[] =>
	filesFor(type, isWhole).map((file) => inEvent(receiver, file, type));
