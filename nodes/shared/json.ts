import { Failure, refusal } from './failure';
import { quote } from './quote';

const BIG_INTEGER = /\d{16}/;
/** What begins or ends a string, what does not although it looks so, and integers that are no part of a decimal. */
const TOKEN = /\\.|"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/gs;

/**
 * Parses JSON and keeps what a number would lose: integers beyond 2^53 come as strings.
 * Throws a SyntaxError like `JSON.parse`.
 */
export function parseJson(text: string): unknown {
	const plain: unknown = JSON.parse(text);
	if (!BIG_INTEGER.test(text)) return plain;
	let inString = false;
	const quoted = text.replace(TOKEN, (token) => {
		if (token === '"') inString = !inString;
		const keeps = inString || !/\d$/.test(token) || Number.isSafeInteger(Number(token));
		return keeps ? token : `"${token}"`;
	});
	return JSON.parse(quoted);
}

/**
 * Data from an earlier node, as JSON has it: a date is a text. What JSON cannot hold would go out as null,
 * which may clear a field.
 */
function plainData(value: unknown, label: string): unknown {
	let isPlain = true;
	try {
		const text = JSON.stringify(
			value,
			function (this: Record<string, unknown>, key, inner: unknown) {
				const given = this[key];
				isPlain &&= given === inner;
				const isNoDate = given instanceof Date && Number.isNaN(given.getTime());
				const isNumber = typeof inner !== 'number' || Number.isFinite(inner);
				if (isNumber && !isNoDate) return inner;
				throw refusal(`'${label}' holds ${quote(given)}`, 'See what its expression gives');
			},
		);
		return isPlain || text === undefined ? value : JSON.parse(text);
	} catch (error) {
		const cannot = `'${label}' needs data that can be written as JSON`;
		const failure = error instanceof Failure ? error : refusal(cannot);
		throw failure;
	}
}

/** JSON that was typed, or data that an expression yields. What is no JSON is refused by its label. */
export function givenJson(value: unknown, label: string): unknown {
	if (typeof value !== 'string') return plainData(value, label);
	try {
		return parseJson(value);
	} catch {
		throw refusal(`'${label}' needs valid JSON`);
	}
}

/**
 * JSON text of an object whose keys keep their order. A JavaScript object would put keys that look like
 * numbers first and sort them.
 */
export function jsonMap(entries: Array<[string, unknown]>): string {
	const members = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
	return `{${members.join(',')}}`;
}
