import type { Answer } from '../shared/answer';
import { isObject } from '../shared/json';

const XML = ['text/xml', 'application/xml', 'application/xhtml+xml', 'text/*'];
const JSON_TYPES = ['application/json', 'application/*', '*/*'];

/** Magento answers in XML where that is what the caller likes best, as browsers do. */
export function inWantedMedia(accept: string, answer: Answer): Answer {
	if (!prefersXml(accept)) return answer;
	return {
		...answer,
		body: `<?xml version="1.0"?>\n<response>${xml(JSON.parse(answer.body))}</response>\n`,
		contentType: 'application/xml; charset=utf-8',
	};
}

function prefersXml(accept: string): boolean {
	const wanted = accept
		.split(',')
		.map((part) => {
			const [type = '', quality] = part.trim().split(';');
			return { type, quality: Number(quality?.split('=')[1] ?? 1) };
		})
		.sort((one, other) => other.quality - one.quality)
		.find(({ type }) => XML.includes(type) || JSON_TYPES.includes(type));
	return wanted !== undefined && XML.includes(wanted.type);
}

function xml(value: unknown): string {
	if (Array.isArray(value)) return value.map((one) => `<item>${xml(one)}</item>`).join('');
	if (isObject(value)) {
		return Object.entries(value)
			.map(([name, inner]) => `<${name}>${xml(inner)}</${name}>`)
			.join('');
	}
	return String(value).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
