import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../shared/call';
import { Failure } from '../shared/failure';

/** Shorter ones are no secrets, and would tear words apart. */
const SHORTEST = 4;

/** An answer that is no JSON is told in so many characters at most, and may end within a secret. */
const LONGEST_EXCERPT = 200;

const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');

/** The ways in which JSON, HTML and addresses spell a character. */
function spellings(char: string): string[] {
	const code = char.codePointAt(0) ?? 0;
	const bytes = [...Buffer.from(char, 'utf8')].map((byte) => `%${hex(byte, 2)}`);
	const units = char.split('').map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`);
	return [
		...[char, `\\${char}`, bytes.join(''), units.join(''), `&#${code};`, `&#x${hex(code, 1)};`],
		...(char in HTML ? [HTML[char]] : []),
		...(char === ' ' ? ['+'] : []),
	];
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A pattern for each character of a text, however it is spelled. */
const patternsOf = (text: string): string[] =>
	[...text].map((char) => `(?:${spellings(char).map(literal).join('|')})`);

/** As an excerpt of a web page shows a text. */
const asExcerpt = (text: string) =>
	text
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();

/** Puts labels in the place of secrets that an answer repeats. */
export interface Masking {
	text(text: string): string;
	row(row: IDataObject): IDataObject;
	failure(failure: Failure): Failure;
}

/** Masks secrets, given by their labels. */
export function masking(secrets: Record<string, string>): Masking {
	const forms = Object.entries(secrets)
		.flatMap(([label, secret]) =>
			[...new Set([secret, asExcerpt(secret)])].map((form) => ({
				patterns: patternsOf(form),
				mark: `[${label}]`,
			})),
		)
		.filter(({ patterns }) => patterns.length >= SHORTEST)
		// One may be part of another.
		.sort((a, b) => b.patterns.length - a.patterns.length);

	function cutOff(text: string): string {
		if (!text.endsWith('…')) return text;
		for (const { patterns, mark } of forms) {
			const most = Math.min(patterns.length - 1, LONGEST_EXCERPT);
			for (let length = most; length >= SHORTEST; length--) {
				const end = new RegExp(`${patterns.slice(0, length).join('')}…$`, 'iu');
				if (end.test(text)) return text.replace(end, () => `${mark}…`);
			}
		}
		return text;
	}

	const mask = (text: string): string =>
		cutOff(
			forms.reduce(
				(masked, { patterns, mark }) =>
					masked.replace(new RegExp(patterns.join(''), 'giu'), () => mark),
				text,
			),
		);

	function value(_key: string, given: unknown): unknown {
		if (typeof given === 'string') return mask(given);
		if (typeof given === 'number') {
			const masked = mask(String(given));
			return masked === String(given) ? given : masked;
		}
		if (!isRecord(given)) return given;
		return Object.fromEntries(Object.entries(given).map(([name, one]) => [mask(name), one]));
	}

	return {
		text: mask,
		row(row) {
			const masked: unknown = JSON.parse(JSON.stringify(row), value);
			return isRecord(masked) ? masked : {};
		},
		failure({ facts }) {
			const { title, words, advice } = facts;
			return new Failure({
				...facts,
				title: mask(title),
				words: words === undefined ? undefined : mask(words),
				advice: advice === undefined ? undefined : mask(advice),
			});
		},
	};
}
