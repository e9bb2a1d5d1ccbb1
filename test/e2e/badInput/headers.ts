import type { Case, Receiver } from './case';
import { event, JSON_TYPE, signatureLine, signatureOf } from './event';
import { requestTo } from './wire';

/** The header lines of a call, made of its right signature. */
type Lines = (right: string, body: Buffer) => string[];

const one =
	(value: (right: string, body: Buffer) => string): Lines =>
	(right, body) => [signatureLine(value(right, body))];

const WRONG = `sha256=${'0'.repeat(64)}`;
const ACCENT = '\xe9';

const ACCEPTED: Record<string, Lines> = {
	'in capitals': one((right) => `sha256=${right.slice(7).toUpperCase()}`),
	'under a name in capitals': (right) => [`X-INTEGRATIONHUB-SIGNATURE: ${right}`],
	'under a name in small letters': (right) => [`x-integrationhub-signature: ${right}`],
	'with blanks and tabs around it': one((right) => ` \t ${right} \t`),
	twice: (right) => [signatureLine(right), signatureLine(right)],
	'after a wrong one': (right) => [signatureLine(WRONG), signatureLine(right)],
	'before a wrong one': (right) => [signatureLine(right), signatureLine(WRONG)],
	'after three wrong ones in one line': one((right) => [WRONG, WRONG, WRONG, right].join(', ')),
	'beside a bot’s name': (right) => [signatureLine(right), 'User-Agent: Googlebot/2.1'],
	'beside another method': (right) => [signatureLine(right), 'X-HTTP-Method-Override: GET'],
	'beside another site’s origin': (right) => [signatureLine(right), 'Origin: https://else.example'],
};

const REFUSED: Record<string, Lines> = {
	missing: () => [],
	empty: one(() => ''),
	blank: one(() => ' \t '),
	'only the prefix': one(() => 'sha256='),
	'without its prefix': one((right) => right.slice(7)),
	'with its prefix in capitals': one((right) => right.replace('sha256', 'SHA256')),
	'with the prefix sha1=': one((right) => right.replace('sha256', 'sha1')),
	'with the prefix sha512=': one((right) => right.replace('sha256', 'sha512')),
	'with a second prefix': one((right) => `sha256=${right}`),
	'of 63 digits': one((right) => right.slice(0, -1)),
	'of 65 digits': one((right) => `${right}0`),
	'of 62 digits': one((right) => right.slice(0, -2)),
	'of 128 digits': one((right) => right + right.slice(7)),
	'of 64 letters that are no digits': one(() => `sha256=${'g'.repeat(64)}`),
	'right, and garbage behind it': one((right) => `${right}zz`),
	'right, and a semicolon behind it': one((right) => `${right};`),
	'right, and a blank inside': one((right) => right.replace('=', '= ')),
	'right, in quotes': one((right) => `"${right}"`),
	'right, as a list of JSON': one((right) => `["${right}"]`),
	'in base64': one((right) => `sha256=${Buffer.from(right.slice(7), 'hex').toString('base64')}`),
	'in base64url': one(
		(right) => `sha256=${Buffer.from(right.slice(7), 'hex').toString('base64url')}`,
	),
	'in full-width digits': one(() => Buffer.from(`sha256=${'１'.repeat(64)}`).toString('latin1')),
	'right, and a letter beyond ASCII': one((right) => right + ACCENT),
	'of bytes that are no text': one(() => '\xff\xfe\x80'),
	'of another body': one((_, body) => signatureOf(Buffer.concat([body, Buffer.from(' ')]), 'x')),
	'the plain hash of the body': one((_, body) => signatureOf(body, '')),
	'after something without form': one((right) => `x, ${right}`),
	'twice, once without form': (right) => [signatureLine(right), signatureLine('x')],
	'only commas': one(() => ','.repeat(1_000)),
	'15 kB of digits': one(() => `sha256=${'a'.repeat(15_000)}`),
	'under GitHub’s name': (right) => [`X-Hub-Signature-256: ${right}`],
	'under a name with underscores': (right) => [`X_IntegrationHub_Signature: ${right}`],
	'in a cookie': (right) => [`Cookie: x-integrationhub-signature=${right}`],
};

/** Node itself refuses these, before n8n is asked. */
const BROKEN: Record<string, [status: number, lines: Lines]> = {
	'a carriage return in it': [400, one((right) => `${right}\rX`)],
	'a line feed in it': [400, one((right) => `${right}\n `)],
	'folded into a second line': [400, one((right) => `\r\n ${right}`)],
	'a NUL behind it': [400, one((right) => `${right}\0`)],
	'a NUL before it': [400, one((right) => `\0${right}`)],
	'brackets behind its name': [400, (right) => [`X-IntegrationHub-Signature[]: ${right}`]],
	'a blank before the colon': [400, (right) => [`X-IntegrationHub-Signature : ${right}`]],
	'a header without a name': [400, (right) => [signatureLine(right), ': x']],
	'100 kB long': [431, one(() => `sha256=${'a'.repeat(100_000)}`)],
	'among 3,000 headers': [
		431,
		(right) => [...Array.from({ length: 3_000 }, (_, at) => `X-${at}: 1`), signatureLine(right)],
	],
};

/** The signature's header in every form. */
export function headerCases({ url, secrets: [secret = ''] }: Receiver): Case[] {
	const call = (lines: Lines) => {
		const { body, row } = event();
		const headers = [...lines(signatureOf(body, secret), body), JSON_TYPE];
		return { bytes: requestTo(url, { headers, body }), row };
	};
	const cases: Case[] = [];
	for (const [name, lines] of Object.entries(ACCEPTED)) {
		const { bytes, row } = call(lines);
		cases.push({ name: `a signature ${name}`, bytes, status: 200, rows: [row] });
	}
	for (const [name, lines] of Object.entries(REFUSED)) {
		cases.push({ name: `a signature ${name}`, bytes: call(lines).bytes, status: 401 });
	}
	for (const [name, [status, lines]] of Object.entries(BROKEN)) {
		cases.push({ name: `Node: a signature with ${name}`, bytes: call(lines).bytes, status });
	}
	return cases;
}
