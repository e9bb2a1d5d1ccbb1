import { hmacVectors } from '../../corpora/hmacVectors';
import { naughtyStrings } from '../../corpora/naughtyStrings';
import type { Case, Receiver } from './case';
import { designerBody, designerCall } from './designer';
import { entityBody, entityCall } from './entity';
import { event, JSON_TYPE, signatureLine, signed } from './event';
import { requestTo } from './wire';

const AT_A_TIME = 10;

const short = (text: string): string => JSON.stringify(text).slice(0, 60);

function inTens<T>(items: readonly T[]): T[][] {
	return Array.from({ length: Math.ceil(items.length / AT_A_TIME) }, (_, index) =>
		items.slice(index * AT_A_TIME, (index + 1) * AT_A_TIME),
	);
}

/** What people type, in the places where a marketplace hands it on: it comes out as it went in. */
export function naughtyEvents({ url, secrets: [secret = ''] }: Receiver): Case[] {
	return inTens(naughtyStrings).map((texts, index) => {
		const fields = {
			customer: { firstname: texts[0], email: texts[1] },
			shipping_address: { city: texts[2], street: texts },
			items: texts.map((text) => ({ sku: text, name: text })),
			comment: texts.join('\n'),
			[texts[3] ?? 'x']: 'as a key',
		};
		return signed(url, event(fields), secret, `naughty strings from ${index * AT_A_TIME}`);
	});
}

/** The bytes of a text as they can stand in a line of a header. */
const asHeader = (text: string): string =>
	Buffer.from(text.replace(/[\r\n\0]/g, ' ')).toString('latin1');

/** Node refuses control characters in a header before n8n sees it. */
const CONTROLS = /[\x01-\x08\x0b-\x1f\x7f]/;

/** The same texts where a signature should be. */
export function naughtySignatures({ url }: Receiver, step: number): Case[] {
	const texts = naughtyStrings.filter((_, index) => index % step === 0);
	return texts.map((text) => {
		const value = asHeader(text);
		const headers = [signatureLine(value), JSON_TYPE];
		const bytes = requestTo(url, { headers, body: event().body });
		const status = CONTROLS.test(value) ? 400 : 401;
		return { name: `as a signature: ${short(text)}`, bytes, status };
	});
}

/** The same texts as the last part of an address: n8n knows none of them. */
export function naughtyPaths({ url, secrets: [secret = ''] }: Receiver): Case[] {
	const { pathname } = new URL(url);
	const named = naughtyStrings.filter((text) => text !== '');
	return named.map((text) => {
		const path = `${pathname}/${encodeURIComponent(text)}`;
		const { body } = event();
		const headers = [signatureLine(secret), JSON_TYPE];
		return {
			name: `as a path: ${short(text)}`,
			bytes: requestTo(url, { path, body, headers }),
			status: 404,
		};
	});
}

/** The same texts as the secret of a call that is otherwise right. */
export function naughtySecrets(
	{ url }: Receiver,
	body: () => unknown,
	step: number,
	from: number,
): Case[] {
	const texts = naughtyStrings.filter((_, index) => index % step === from % step);
	return texts.map((text) => {
		const query = `?secret=${encodeURIComponent(text)}`;
		const call = { query, headers: [JSON_TYPE], body: JSON.stringify(body()) };
		return { name: `as a secret: ${short(text)}`, bytes: requestTo(url, call), status: 401 };
	});
}

/** The same texts in what the designer sends. */
export const naughtyDesigns = ({ url, secrets: [secret] }: Receiver, step: number): Case[] =>
	naughtyStrings
		.filter((_, index) => index % step === 0)
		.map((text) => designerCall(url, secret, { image_url: text, designer_url: text }, short(text)));

/** The same texts in what Dispatch sends. */
export const naughtyEntities = ({ url, secrets: [secret = ''] }: Receiver): Case[] =>
	inTens(naughtyStrings).map((texts) => entityCall(url, secret, { texts }, short(texts.join())));

export const designBody = (): unknown => designerBody();
export const shipmentBody = (): unknown => entityBody();

/** Signatures tampered with as Wycheproof does, over a body that is otherwise right. */
export function tamperedSignatures(
	{ url, secrets: [secret = ''] }: Receiver,
	step: number,
): Case[] {
	const { body } = event();
	const vectors = hmacVectors([secret, body]).filter(({ isValid }) => !isValid);
	return vectors
		.filter((_, index) => index % step === 0)
		.map(({ title, tag }) => ({
			name: title,
			bytes: requestTo(url, { headers: [signatureLine(`sha256=${tag}`), JSON_TYPE], body }),
			status: 401,
		}));
}
