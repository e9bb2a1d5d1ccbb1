const BIG_INTEGER = /\d{16}/;
const STRING_OR_INTEGER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * Parses JSON and keeps what a number would lose: integers beyond 2^53 come as strings.
 * Throws a SyntaxError like `JSON.parse`.
 */
export function parseJson(text: string): unknown {
	if (!BIG_INTEGER.test(text)) return JSON.parse(text);
	return JSON.parse(
		text.replace(STRING_OR_INTEGER, (token) =>
			token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`,
		),
	);
}
