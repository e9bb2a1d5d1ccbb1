import type { Case, Receiver } from './case';
import { JSON_TYPE } from './event';
import { requestTo } from './wire';

/** A query without the secret, or with it in a form that does not count. */
const REFUSED: Record<string, (secret: string) => string> = {
	missing: () => '',
	empty: () => '?secret=',
	'without a value': () => '?secret',
	'another one': () => '?secret=not-the-secret',
	'cut by its last letter': (secret) => `?secret=${secret.slice(0, -1)}`,
	'longer by a letter': (secret) => `?secret=${secret}0`,
	'in capitals': (secret) => `?secret=${secret.toUpperCase()}`,
	'with a blank behind it': (secret) => `?secret=${secret}%20`,
	'with a blank before it': (secret) => `?secret=+${secret}`,
	'with a line end behind it': (secret) => `?secret=${secret}%0d%0a`,
	'with a NUL behind it': (secret) => `?secret=${secret}%00`,
	'under a name in capitals': (secret) => `?SECRET=${secret}`,
	'under a name with a NUL': (secret) => `?secret%00=${secret}`,
	twice: (secret) => `?secret=${secret}&secret=${secret}`,
	'after a wrong one': (secret) => `?secret=x&secret=${secret}`,
	'in a list': (secret) => `?secret[]=${secret}`,
	'in a numbered list': (secret) => `?secret[0]=${secret}`,
	'in an object': (secret) => `?secret[a]=${secret}`,
	'in the prototype': (secret) =>
		`?__proto__[secret]=${secret}&constructor[prototype][secret]=${secret}`,
	'behind a semicolon': (secret) => `?a=1;secret=${secret}`,
	'behind a second question mark': (secret) => `??secret=${secret}`,
	'behind a hash': (secret) => `#?secret=${secret}`,
	'behind 2,000 other parts': (secret) => `?${'a=1&'.repeat(2_000)}secret=${secret}`,
	'encoded twice': (secret) => `?secret=${encodeURIComponent(encodeURIComponent(`%${secret}`))}`,
	'a percent sign': () => '?secret=%',
	'half a letter': () => '?secret=%E0%A4%A',
	true: () => '?secret=true',
	undefined: () => '?secret=undefined',
	'15 kB long': () => `?secret=${'a'.repeat(15_000)}`,
};

/** The right secret in places where it does not count. */
const ELSEWHERE: Record<string, (secret: string) => { headers: string[]; body?: string }> = {
	'in a header': (secret) => ({ headers: [JSON_TYPE, `secret: ${secret}`] }),
	'as a bearer': (secret) => ({ headers: [JSON_TYPE, `Authorization: Bearer ${secret}`] }),
	'in a cookie': (secret) => ({ headers: [JSON_TYPE, `Cookie: secret=${secret}`] }),
	'in the body': (secret) => ({ headers: [JSON_TYPE], body: JSON.stringify({ secret }) }),
	'in a form': (secret) => ({
		headers: ['Content-Type: application/x-www-form-urlencoded'],
		body: `secret=${secret}`,
	}),
};

/** The secret of an address in every form but the right one. */
export function querySecretCases(
	{ url, secrets: [secret = ''] }: Receiver,
	body: () => unknown,
): Case[] {
	const call = (query: string, given: { headers?: string[]; body?: string } = {}) =>
		requestTo(url, { query, headers: [JSON_TYPE], body: JSON.stringify(body()), ...given });
	return [
		...Object.entries(REFUSED).map(([name, query]): Case => {
			return { name: `the secret ${name}`, bytes: call(query(secret)), status: 401 };
		}),
		...Object.entries(ELSEWHERE).map(([name, parts]): Case => {
			return { name: `the secret ${name}`, bytes: call('', parts(secret)), status: 401 };
		}),
		{ name: 'Node: 100 kB of query', bytes: call(`?secret=${'a'.repeat(100_000)}`), status: 431 },
	];
}
