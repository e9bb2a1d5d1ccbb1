import { ECDH } from 'node:crypto';
import { isRecord } from '../shared/call';
import { refusal } from '../shared/failure';
import { encodeText, type Encode } from '../shared/fields';

/** An uncompressed point: 0x04, then x and y. RFC 8291 §2.1. */
const POINT_BYTES = 65;
const UNCOMPRESSED = 0x04;
const AUTH_BYTES = 16;

/** The bytes of base64 or base64url, with or without padding. None of them is repeated in words: they are keys. */
function bytesOf(value: unknown, label: string): Buffer {
	const text = typeof value === 'string' ? value.trim() : '';
	const digits = text.replace(/={1,2}$/, '');
	if (/^[\w+/-]+$/.test(digits) && digits.length % 4 !== 1) return Buffer.from(digits, 'base64');
	throw refusal(
		`'${label}' is not base64`,
		'Take it from the subscription as the browser gives it',
	);
}

/** Whether a point lies on the curve P-256. */
function isOnCurve(point: Buffer): boolean {
	try {
		ECDH.convertKey(point, 'prime256v1');
		return true;
	} catch {
		return false;
	}
}

/** The browser's public key, in the form that browsers write. */
export const encodeP256dh: Encode = (value, { label }) => {
	const point = bytesOf(value, label);
	if (point.length !== POINT_BYTES || point[0] !== UNCOMPRESSED) {
		throw refusal(
			`'${label}' is not a public key of a browser`,
			`It needs the ${POINT_BYTES} bytes of an uncompressed P-256 point; these are ${point.length}`,
		);
	}
	if (isOnCurve(point)) return point.toString('base64url');
	throw refusal(
		`'${label}' is not a public key of a browser`,
		'Its point is not on the curve P-256: it may have been changed on the way',
	);
};

/** The browser's secret, in the form that browsers write. */
export const encodeAuth: Encode = (value, { label }) => {
	const bytes = bytesOf(value, label);
	if (bytes.length === AUTH_BYTES) return bytes.toString('base64url');
	throw refusal(
		`'${label}' is not the secret of a push subscription`,
		`It needs ${AUTH_BYTES} bytes; these are ${bytes.length}`,
	);
};

/** Where the browser's vendor takes messages. */
export const encodeEndpoint: Encode = (value, given) => {
	const text = String(encodeText(value, given)).trim();
	const isHttps = URL.canParse(text) && new URL(text).protocol === 'https:';
	if (isHttps) return text;
	throw refusal(`'${given.label}' needs an address that begins with https://`);
};

/** A whole PushSubscription, as `JSON.stringify` writes it in the browser; of it, what Dispatch documents. */
export function encodeSubscription(value: unknown, given: Parameters<Encode>[1]) {
	const { label } = given;
	const { endpoint, keys } = isRecord(value) ? value : {};
	if (endpoint === undefined || !isRecord(keys)) {
		throw refusal(
			`'${label}' is not a push subscription`,
			'It needs endpoint, and keys with p256dh and auth, as JSON.stringify(subscription) gives in the browser',
		);
	}
	const named = (name: string) => ({ ...given, label: `${label}: ${name}` });
	return {
		endpoint: encodeEndpoint(endpoint, named('endpoint')),
		keys: {
			p256dh: encodeP256dh(keys.p256dh, named('p256dh')),
			auth: encodeAuth(keys.auth, named('auth')),
		},
	};
}
