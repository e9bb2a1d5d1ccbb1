import fc, { type Arbitrary } from 'fast-check';
import { isRecord } from '../../nodes/shared/call';
import type { Reply } from './answering';

/** One way in which an answer differs from the documented one. */
export type Mutation = (reply: Reply) => Reply;

type Edit = (value: unknown) => unknown;

const GONE = Symbol('gone');

/** How many places an answer has. */
const placesIn = (value: unknown): number =>
	1 + childrenOf(value).reduce<number>((sum, one) => sum + placesIn(one), 0);

const childrenOf = (value: unknown): unknown[] =>
	typeof value === 'object' && value !== null ? Object.values(value) : [];

/** The answer with one of its places edited. */
function editAt(value: unknown, place: number, edit: Edit): unknown {
	if (place === 0) return edit(value);
	let before = 1;
	for (const [key, child] of Object.entries(value ?? {})) {
		const own = placesIn(child);
		if (place < before + own) return withChild(value, key, editAt(child, place - before, edit));
		before += own;
	}
	return value;
}

function withChild(value: unknown, key: string, child: unknown): unknown {
	if (Array.isArray(value)) {
		return value.flatMap((one: unknown, index) =>
			String(index) === key ? (child === GONE ? [] : [child]) : [one],
		);
	}
	const entries = Object.entries(isRecord(value) ? value : {});
	return Object.fromEntries(
		entries.flatMap(([name, one]) =>
			name === key ? (child === GONE ? [] : [[name, child]]) : [[name, one]],
		),
	);
}

const deep = (value: unknown): unknown =>
	Array.from({ length: 150 }).reduce<unknown>((inner) => ({ more: inner }), value);

/** A list as PHP writes one whose numbers have holes. */
const asObject = (value: unknown): unknown => (Array.isArray(value) ? { ...value } : value);

const repeated = (value: unknown): unknown =>
	Array.isArray(value) ? [...value, ...value] : [value, value];

const holed = (value: unknown): unknown =>
	Array.isArray(value) ? value.flatMap((one: unknown) => [null, one]) : null;

const retyped = (value: unknown): unknown => {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? Number(value) || 7 : value;
};

const EDITS: Record<string, Edit> = {
	missing: () => GONE,
	null: () => null,
	retyped,
	'a list': (value) => [value],
	'an object': asObject,
	'a list of none': () => [],
	'an object of none': () => ({}),
	'an empty text': () => '',
	'an Arabic text': () => '\u200Fقيمة 👍',
	'a big integer': () => '12345678901234567890',
	false: () => false,
	'minus one': () => -1,
	deep,
	repeated,
	holed,
	surplus: (value) =>
		isRecord(value) ? { ...value, surplus: { id: 1 }, constructor: 'text', toString: 1 } : value,
	wrapped: (value) => ({ data: value }),
};

const edited: Arbitrary<[string, number]> = fc.tuple(
	fc.constantFrom(...Object.keys(EDITS)),
	fc.nat({ max: 1000 }),
);

const editing =
	([name, at]: [string, number]): Mutation =>
	(reply) => {
		const body = editAt(reply.body, at % placesIn(reply.body), EDITS[name]);
		return { ...reply, body: body === GONE ? '' : body };
	};

const written = ({ body }: Reply) =>
	typeof body === 'string' ? body : JSON.stringify(body ?? null);

/** What proxies, broken connections and old programs make of an answer. */
const RAW: Record<string, Mutation> = {
	'a web page': (reply) => ({ ...reply, body: '<!doctype html><title>Down</title><p>Back soon' }),
	'a text': (reply) => ({ ...reply, body: 'OK' }),
	nothing: (reply) => ({ ...reply, body: '' }),
	spaces: (reply) => ({ ...reply, body: ' \r\n' }),
	null: (reply) => ({ ...reply, body: 'null' }),
	truncated: (reply) => ({ ...reply, body: written(reply).slice(0, -2) }),
	'with a byte order mark': (reply) => ({ ...reply, body: `\uFEFF${written(reply)}` }),
	'a text in a text': (reply) => ({ ...reply, body: JSON.stringify(written(reply)) }),
	'another charset': (reply) => ({
		...reply,
		body: Buffer.from(written(reply), 'utf16le'),
		headers: { ...reply.headers, 'content-type': 'application/json; charset=utf-16' },
	}),
	'a wrong content type': (reply) => ({
		...reply,
		headers: { ...reply.headers, 'content-type': 'text/html' },
	}),
};

const STATUSES = [201, 202, 204, 304, 400, 404, 409, 413, 422, 500, 502, 504];

/** Answers that differ from what is documented, in one way or a few. */
export const mutations: Arbitrary<{ name: string; mutate: Mutation }> = fc
	.oneof(
		{
			arbitrary: fc
				.array(edited, { minLength: 1, maxLength: 3 })
				.map((edits) => ({ name: JSON.stringify(edits), all: edits.map(editing) })),
			weight: 6,
		},
		{
			arbitrary: fc.constantFrom(...Object.keys(RAW)).map((name) => ({ name, all: [RAW[name]] })),
			weight: 2,
		},
		{
			arbitrary: fc.constantFrom(...STATUSES).map((status) => ({
				name: String(status),
				all: [(reply: Reply) => ({ ...reply, status })],
			})),
			weight: 1,
		},
	)
	.map(({ name, all }) => ({
		name,
		mutate: (reply: Reply) => all.reduce((one, change) => change(one), reply),
	}));
