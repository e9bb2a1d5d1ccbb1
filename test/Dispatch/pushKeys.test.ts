import { createECDH, randomBytes } from 'node:crypto';
import {
	encodeAuth,
	encodeEndpoint,
	encodeP256dh,
	encodeSubscription,
} from '../../nodes/Dispatch/pushKeys';
import { refusedBy } from '../shared/refused';

const given = { label: 'Key', timezone: 'UTC' };
const p256dh = (value: unknown) => encodeP256dh(value, given);
const auth = (value: unknown) => encodeAuth(value, given);

/** A new browser's public key. */
const point = (): Buffer => createECDH('prime256v1').generateKeys();
const flipped = (bytes: Buffer, at: number): Buffer => {
	const changed = Buffer.from(bytes);
	changed[at] ^= 1;
	return changed;
};

describe('a public key', () => {
	it('is taken in every form that browsers and their libraries write, and sent as base64url', () => {
		for (let times = 0; times < 200; times++) {
			const key = point();
			const expected = key.toString('base64url');
			const padded = key.toString('base64');
			const unpadded = padded.replace(/=+$/, '');
			for (const form of [expected, padded, unpadded, ` ${expected}\n`, `${expected}=`]) {
				expect(p256dh(form)).toBe(expected);
			}
		}
	});

	it('that was changed in one place is not on the curve', () => {
		const key = point();
		for (let at = 33; at < 65; at++) {
			const { title, advice } = refusedBy(() => p256dh(flipped(key, at).toString('base64url')));
			expect(title).toBe("'Key' is not a public key of a browser");
			expect(advice).toContain('not on the curve P-256');
		}
	});

	const compressed = () => createECDH('prime256v1').generateKeys('base64', 'compressed').toString();
	it.each<[name: string, value: string, bytes: number]>([
		['a compressed point', compressed(), 33],
		['a hybrid point', Buffer.concat([Buffer.from([6]), randomBytes(64)]).toString('base64'), 65],
		['a point of P-384', createECDH('secp384r1').generateKeys('base64'), 97],
		['one byte short', point().subarray(0, 64).toString('base64'), 64],
		['one byte more', Buffer.concat([point(), Buffer.from([0])]).toString('base64'), 66],
	])('%s is none', (_, value, bytes) => {
		const { advice } = refusedBy(() => p256dh(value));
		expect(advice).toBe(`It needs the 65 bytes of an uncompressed P-256 point; these are ${bytes}`);
	});

	it('of zeros is none', () => {
		const zeros = Buffer.concat([Buffer.from([4]), Buffer.alloc(64)]).toString('base64');
		expect(refusedBy(() => p256dh(zeros)).advice).toContain('not on the curve');
	});

	it.each(['', '=', 'abcde', 'a b', 'ключ', '*', 7, null, undefined, {}])(
		'%j is not base64, and is not repeated',
		(value) => {
			expect(refusedBy(() => p256dh(value))).toEqual({
				title: "'Key' is not base64",
				advice: 'Take it from the subscription as the browser gives it',
				outcome: 'notSent',
			});
		},
	);
});

describe('an auth secret', () => {
	it('is 16 bytes, sent as base64url', () => {
		for (let times = 0; times < 200; times++) {
			const secret = randomBytes(16);
			const expected = secret.toString('base64url');
			for (const form of [expected, secret.toString('base64'), `${expected}==`]) {
				expect(auth(form)).toBe(expected);
			}
		}
	});

	it.each([1, 12, 15, 17, 32])('of %i bytes is none', (size) => {
		const value = randomBytes(size).toString('base64url');
		const facts = refusedBy(() => auth(value));
		expect(facts.advice).toBe(`It needs 16 bytes; these are ${size}`);
		expect(JSON.stringify(facts)).not.toContain(value);
	});
});

describe('an endpoint', () => {
	it('is an https address, as it was given', () => {
		const address = 'https://fcm.googleapis.com/fcm/send/c1:APA91b-x_y';
		expect(encodeEndpoint(` ${address} `, given)).toBe(address);
	});

	it.each(['http://a.example/x', 'push.example/x', 'javascript:x', '//a.example', 7, 'https://'])(
		'%j is none',
		(value) => {
			const { title } = refusedBy(() => encodeEndpoint(value, given));
			expect(title).toBe("'Key' needs an address that begins with https://");
		},
	);
});

describe('a whole subscription', () => {
	const keys = {
		p256dh: point().toString('base64url'),
		auth: randomBytes(16).toString('base64url'),
	};
	const endpoint = 'https://push.example/send/abc';

	it('keeps what is documented', () => {
		const browser = { endpoint, expirationTime: null, keys, options: { userVisibleOnly: true } };
		expect(encodeSubscription(browser, given)).toEqual({ endpoint, keys });
	});

	it.each<[unknown, string]>([
		[{}, "'Key' is not a push subscription"],
		[{ endpoint }, "'Key' is not a push subscription"],
		[{ keys }, "'Key' is not a push subscription"],
		[{ endpoint, keys: [] }, "'Key' is not a push subscription"],
		[
			{ endpoint: 'http://x.example', keys },
			"'Key: endpoint' needs an address that begins with https://",
		],
		[
			{ endpoint, keys: { ...keys, p256dh: 'AAAA' } },
			"'Key: p256dh' is not a public key of a browser",
		],
		[{ endpoint, keys: { p256dh: keys.p256dh } }, "'Key: auth' is not base64"],
	])('%j is refused', (value, title) => {
		expect(refusedBy(() => encodeSubscription(value, given)).title).toBe(title);
	});
});
