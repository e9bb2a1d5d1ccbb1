import { createHmac, timingSafeEqual } from 'node:crypto';

/** Why a signature was not accepted; nothing is said about the secret. */
export type Verdict = 'valid' | 'noSecret' | 'missing' | 'malformed' | 'mismatch';

/** What proves that a body comes from the service. */
export interface Proof {
	/** The bytes as they came; re-serialised JSON differs in most real bodies. */
	body: Buffer;
	/** The header's value. A repeated header comes joined by commas, and any of its values may match. */
	header: unknown;
	/** What stands before the digits, such as `sha256=`. */
	prefix: string;
	/** The present secret, and the one before while it is being changed. */
	secrets: string[];
}

const DIGITS = /^[0-9a-f]{64}$/i;

function digestsIn(header: string, prefix: string): Buffer[] {
	const parts = header.split(',').map((part) => part.trim());
	const wellFormed = (part: string) =>
		part.startsWith(prefix) && DIGITS.test(part.slice(prefix.length));
	// One part that is something else makes the whole header suspect.
	if (!parts.every(wellFormed)) return [];
	return parts.map((part) => Buffer.from(part.slice(prefix.length), 'hex'));
}

/** Checks an HMAC-SHA256 in hexadecimal over the raw body, in constant time, against every secret. */
export function verifySignature({ body, header, prefix, secrets }: Proof): Verdict {
	// An HMAC with an empty key is valid cryptography and anyone can make it.
	const usable = secrets.filter((secret) => secret.trim() !== '');
	if (usable.length === 0) return 'noSecret';
	if (typeof header !== 'string' || header.trim() === '') return 'missing';
	const given = digestsIn(header, prefix);
	if (given.length === 0) return 'malformed';
	const matches = usable
		.map((secret) => createHmac('sha256', secret).update(body).digest())
		.flatMap((expected) => given.map((digest) => timingSafeEqual(expected, digest)));
	return matches.includes(true) ? 'valid' : 'mismatch';
}
