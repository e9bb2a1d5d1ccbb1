import { verifySignature } from '../../nodes/shared/webhook/signature';
import { hmacVectors } from '../corpora/hmacVectors';
import { naughtyStrings } from '../corpora/naughtyStrings';

const prefix = 'sha256=';
const vectors = hmacVectors();

describe("vectors after Wycheproof's pattern", () => {
	it('there are right and wrong ones', () => {
		expect(vectors.filter(({ isValid }) => isValid)).toHaveLength(306);
		expect(vectors.filter(({ isValid }) => !isValid)).toHaveLength(301);
	});

	it.each(vectors)('$title', ({ key, message, tag, isValid }) => {
		const proof = { body: message, prefix, secrets: [key] };
		const verdict = verifySignature({ ...proof, header: prefix + tag });
		if (isValid) expect(verdict).toBe('valid');
		else expect(['mismatch', 'malformed']).toContain(verdict);
		const upper = verifySignature({ ...proof, header: prefix + tag.toUpperCase() });
		expect(upper).toBe(verdict);
	});

	it('none is right with another key', () => {
		for (const { message, tag } of vectors) {
			const secrets = ['another-key', 'and-yet-another'];
			const verdict = verifySignature({ body: message, prefix, secrets, header: prefix + tag });
			expect(verdict).not.toBe('valid');
		}
	});
});

describe('the Big List of Naughty Strings', () => {
	const [{ key, message, tag }] = vectors;
	const verify = (header: string) =>
		verifySignature({ body: message, prefix, secrets: [key], header });

	it('holds no signature, with the prefix or without', () => {
		expect(naughtyStrings.length).toBeGreaterThan(400);
		for (const text of naughtyStrings) {
			for (const header of [text, prefix + text, `${text}, ${prefix}${tag}`]) {
				expect(['missing', 'malformed']).toContain(verify(header));
			}
		}
		expect(verify(prefix + tag)).toBe('valid');
	});
});
