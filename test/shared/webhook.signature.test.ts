import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { verifySignature, type Proof, type Verdict } from '../../nodes/shared/webhook/signature';

const SECRET = "It's a Secret to Everybody";
const BODY = Buffer.from('Hello, World!');
const HEX = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
const GOOD = `sha256=${HEX}`;
const WRONG = `sha256=${'0'.repeat(64)}`;

const verify = (more: Partial<Proof> = {}): Verdict =>
	verifySignature({ body: BODY, header: GOOD, prefix: 'sha256=', secrets: [SECRET], ...more });

const sign = (body: Buffer, secret: string) =>
	`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

it("GitHub's vector is valid", () => {
	expect(verify()).toBe('valid');
});

describe('RFC 4231', () => {
	const bytes = (hex: string, times = 1) => Buffer.from(hex.repeat(times), 'hex');
	it.each<[name: string, key: string, data: Buffer, digest: string]>([
		[
			'test case 2',
			'Jefe',
			Buffer.from('what do ya want for nothing?'),
			'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
		],
		[
			'test case 4',
			String.fromCharCode(...Array.from({ length: 25 }, (_, at) => at + 1)),
			bytes('cd', 50),
			'82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
		],
	])('%s', (_, secret, body, digest) => {
		expect(verify({ body, secrets: [secret], header: `sha256=${digest}` })).toBe('valid');
		const changed = Buffer.concat([body, bytes('00')]);
		expect(verify({ body: changed, secrets: [secret], header: `sha256=${digest}` })).toBe(
			'mismatch',
		);
	});
});

describe('the header', () => {
	it.each<[name: string, header: unknown, verdict: Verdict]>([
		['missing', undefined, 'missing'],
		['null', null, 'missing'],
		['empty', '', 'missing'],
		['blank', ' \t ', 'missing'],
		['a list', [GOOD], 'missing'],
		['an object', { value: GOOD }, 'missing'],
		['a number', 7, 'missing'],
		['only the prefix', 'sha256=', 'malformed'],
		['without a prefix', HEX, 'malformed'],
		['a prefix in capitals', `SHA256=${HEX}`, 'malformed'],
		['another algorithm', `sha1=${HEX}`, 'malformed'],
		['another prefix before', `v1=sha256=${HEX}`, 'malformed'],
		['63 digits', GOOD.slice(0, -1), 'malformed'],
		['65 digits', `${GOOD}0`, 'malformed'],
		['62 digits', GOOD.slice(0, -2), 'malformed'],
		['no digits of hexadecimal', `sha256=${'g'.repeat(64)}`, 'malformed'],
		['the right digits and more', `${GOOD}zz`, 'malformed'],
		['the right digits and a blank inside', `sha256= ${HEX}`, 'malformed'],
		['base64', `sha256=${Buffer.from(HEX, 'hex').toString('base64')}`, 'malformed'],
		['full-width digits', `sha256=${'０'.repeat(64)}`, 'malformed'],
		['a NUL at the end', `${GOOD}\0`, 'malformed'],
		['a line and a header', `${GOOD}\r\nX: y`, 'malformed'],
		['semicolons', `${WRONG};${GOOD}`, 'malformed'],
		['100 kB of it', `sha256=${'a'.repeat(100_000)}`, 'malformed'],
		['100 kB of commas', ','.repeat(100_000), 'malformed'],
		['another digest', WRONG, 'mismatch'],
		['the last digit wrong', `${GOOD.slice(0, -1)}8`, 'mismatch'],
		['the first digit wrong', GOOD.replace('=7', '=8'), 'mismatch'],
		['digits in capitals', `sha256=${HEX.toUpperCase()}`, 'valid'],
		['blanks around it', `  ${GOOD}\t`, 'valid'],
		['a line end', `${GOOD}\r\n`, 'valid'],
		['repeated, joined by a comma', `${GOOD}, ${GOOD}`, 'valid'],
		['repeated, one of them right', `${WRONG}, ${GOOD}`, 'valid'],
		['repeated, none of them right', `${WRONG}, ${WRONG}`, 'mismatch'],
		['repeated, one without form', `x, ${GOOD}`, 'malformed'],
	])('%s: %s', (_, header, verdict) => {
		expect(verify({ header })).toBe(verdict);
	});
});

describe('the secrets', () => {
	it.each<[name: string, secrets: string[], verdict: Verdict]>([
		['none', [], 'noSecret'],
		['an empty one', [''], 'noSecret'],
		['a blank one', [' \n'], 'noSecret'],
		['empty ones', ['', ''], 'noSecret'],
		['a wrong one', ['other'], 'mismatch'],
		['an empty and the right one', ['', SECRET], 'valid'],
		['the one before, while it is changed', ['new', SECRET], 'valid'],
		['three wrong and the right one', ['a', 'b', 'c', SECRET], 'valid'],
		['the right one with a line end', [`${SECRET}\n`], 'mismatch'],
		['the right one in other case', [SECRET.toUpperCase()], 'mismatch'],
	])('%s: %s', (_, secrets, verdict) => {
		expect(verify({ secrets })).toBe(verdict);
	});

	it('a body signed with an empty secret is never valid', () => {
		expect(verify({ secrets: [''], header: sign(BODY, '') })).toBe('noSecret');
		expect(verify({ secrets: [SECRET, ''], header: sign(BODY, '') })).toBe('mismatch');
	});
});

describe('the body', () => {
	it.each([
		['nothing', ''],
		['PHP-style JSON', '{"a":"\\/","b":"\\u0645","c":161.0}'],
		['Arabic', '{"name":"مدرسة"}'],
		['a BOM', '\uFEFF{}'],
		['line ends of Windows', '{\r\n}\r\n'],
		['a NUL', 'a\0b'],
	])('is signed in its bytes: %s', (_, text) => {
		const body = Buffer.from(text);
		expect(verify({ body, header: sign(body, SECRET) })).toBe('valid');
		const other = Buffer.concat([body, Buffer.from(' ')]);
		expect(verify({ body: other, header: sign(body, SECRET) })).toBe('mismatch');
	});

	it('bytes that are no text are signed as they are', () => {
		const body = Buffer.from([0xff, 0xfe, 0x80]);
		expect(verify({ body, header: sign(body, SECRET) })).toBe('valid');
		const asText = Buffer.from(body.toString('utf8'));
		expect(verify({ body: asText, header: sign(body, SECRET) })).toBe('mismatch');
	});
});

it('what is signed with the secret is valid, and with any other is not', () => {
	const secret = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
	fc.assert(
		fc.property(fc.uint8Array(), secret, secret, (bytes, right, other) => {
			const body = Buffer.from(bytes);
			const header = sign(body, right);
			expect(verify({ body, header, secrets: [right] })).toBe('valid');
			const sameKey = Buffer.from(other).equals(Buffer.from(right)) || sign(body, other) === header;
			expect(verify({ body, header, secrets: [other] })).toBe(sameKey ? 'valid' : 'mismatch');
		}),
	);
});

it('no header makes it throw or pass', () => {
	fc.assert(
		fc.property(fc.anything(), (header) => {
			expect(['missing', 'malformed', 'mismatch']).toContain(verify({ header }));
		}),
	);
});
