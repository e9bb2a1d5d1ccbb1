import { createHash } from 'node:crypto';

/**
 * Vectors after the pattern of Wycheproof's `hmac_sha256_test.json`, which no npm package carries. They are made
 * with an HMAC written out from RFC 2104, so that Node's own is not compared with itself.
 */
export interface HmacVector {
	title: string;
	/** A credential holds text, so the keys are text. */
	key: string;
	message: Buffer;
	/** In hexadecimal, of any length. */
	tag: string;
	isValid: boolean;
}

const BLOCK = 64;

const sha256 = (...parts: Buffer[]): Buffer =>
	createHash('sha256').update(Buffer.concat(parts)).digest();

function hmac(key: string, message: Buffer): Buffer {
	const bytes = Buffer.from(key);
	const block = Buffer.alloc(BLOCK);
	(bytes.length > BLOCK ? sha256(bytes) : bytes).copy(block);
	const pad = (byte: number) => block.map((of) => of ^ byte);
	return sha256(Buffer.from(pad(0x5c)), sha256(Buffer.from(pad(0x36)), message));
}

/** The same bytes at every run, and no pattern in them. */
function bytesOf(seed: string, length: number): Buffer {
	const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
		sha256(Buffer.from(`${seed} ${index}`)),
	);
	return Buffer.concat(blocks).subarray(0, length);
}

const keyOf = (length: number): string => bytesOf('key', length).toString('hex').slice(0, length);

/** Around the lengths of a digest and of a block, where an HMAC has its edges. */
const KEY_LENGTHS = [1, 2, 8, 16, 20, 31, 32, 33, 48, 63, 64, 65, 100, 127, 128, 129, 131, 520];
const MESSAGE_LENGTHS = [0, 1, 7, 8, 16, 31, 32, 33, 55, 56, 57, 63, 64, 65, 119, 128, 1000];

const vector = (title: string, key: string, message: Buffer, tag: Buffer, isValid: boolean) => ({
	title,
	key,
	message,
	tag: tag.toString('hex'),
	isValid,
});

function validVectors(): HmacVector[] {
	return KEY_LENGTHS.flatMap((length) => {
		const key = keyOf(length);
		return MESSAGE_LENGTHS.map((size) => {
			const message = bytesOf('message', size);
			const title = `a key of ${length} characters, a message of ${size} bytes`;
			return vector(title, key, message, hmac(key, message), true);
		});
	});
}

/** A tag that was tampered with, in every way that Wycheproof does and at every place. */
function tampered(key: string, message: Buffer): HmacVector[] {
	const good = hmac(key, message);
	const wrong = (title: string, tag: Buffer) => vector(title, key, message, tag, false);
	const flipped = Array.from({ length: good.length * 8 }, (_, bit) => {
		const tag = Buffer.from(good);
		tag[bit >> 3] ^= 0x80 >> (bit & 7);
		return wrong(`bit ${bit} of the tag flipped`, tag);
	});
	const cut = Array.from({ length: good.length }, (_, length) =>
		wrong(`the tag cut to ${length} bytes`, good.subarray(0, length)),
	);
	const longer = [1, 16, 32].map((count) =>
		wrong(`the tag with ${count} more bytes`, Buffer.concat([good, Buffer.alloc(count)])),
	);
	return [
		...flipped,
		...cut,
		...longer,
		wrong('all bits of the tag flipped', Buffer.from(good.map((byte) => byte ^ 0xff))),
		wrong('a tag of zeros', Buffer.alloc(good.length)),
		wrong('a tag of ones', Buffer.alloc(good.length, 0xff)),
		wrong('the tag backwards', Buffer.from(good).reverse()),
		wrong('the tag without its first byte', good.subarray(1)),
		wrong(
			'the tag of the key hashed once',
			hmac(sha256(Buffer.from(key)).toString('hex'), message),
		),
		wrong('the plain SHA-256 of the message', sha256(message)),
		wrong('the SHA-256 of key and message', sha256(Buffer.from(key), message)),
		wrong('the tag with an empty key', hmac('', message)),
		wrong('the tag of another message', hmac(key, Buffer.concat([message, Buffer.alloc(1)]))),
	];
}

/** Right signatures for many lengths, and wrong ones for one key and message. */
export function hmacVectors(
	[key, message]: readonly [string, Buffer] = [keyOf(32), bytesOf('message', 96)],
): HmacVector[] {
	return [...validVectors(), ...tampered(key, message)];
}
