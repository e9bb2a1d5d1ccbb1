import type { INodeProperties, INodePropertyOptions, NodeParameterValueType } from 'n8n-workflow';
import { toMarketplaceTime } from './dates';
import { refusal } from './failure';
import { givenJson } from './json';
import type { Fields } from './operation';
import { quote } from './quote';
import type { Search } from './search';

/** What an encoder may need beside the value. */
export interface Given {
	/** The parameter's label, for words about the value. */
	label: string;
	/** IANA name of the workflow's time zone. */
	timezone: string;
	/** The chosen mode of a resource locator. */
	mode?: string;
}

/** One parameter of an operation: what n8n shows, and where its value goes. */
export interface Field {
	property: Omit<INodeProperties, 'name'>;
	/** Left out, it is the path if the path names it, else the body, or the query of GET and DELETE. */
	in?: 'body' | 'query' | 'none';
	/** Dot path in the request, where it differs from the name; by mode for a resource locator. */
	to?: string | Record<string, string>;
	/** From what the user gave to what is sent. Throws a refusal that names the label. */
	encode?(value: unknown, given: Given): unknown;
	/** Where a resource locator's list comes from. */
	search?: Search;
	/** The fields of one row, where the parameter is a list of rows. */
	rows?: Fields;
	/** The rows are the entries of one object, and so is their JSON twin. */
	entries?: true;
	/** The parameter names an input field with binary data; what is sent is its content in base64. */
	file?: true;
}

/** What may be said of any field beside its label. */
export interface Extra {
	in?: Field['in'];
	to?: Field['to'];
	description?: string;
	hint?: string;
	placeholder?: string;
	required?: true;
	/** Takes no expression. */
	fixed?: true;
	encode?: Field['encode'];
}

/** A field of any type; the functions below are its kinds. */
export function field(
	displayName: string,
	type: INodeProperties['type'],
	fallback: NodeParameterValueType,
	{ in: where, to, encode, fixed, ...shown }: Extra = {},
	more: Partial<INodeProperties> = {},
): Field {
	const noDataExpression = fixed ? { noDataExpression: true } : {};
	return {
		in: where,
		to,
		encode,
		property: { displayName, type, default: fallback, ...shown, ...noDataExpression, ...more },
	};
}

export type Encode = NonNullable<Field['encode']>;

/** Text as it is; numbers as their digits, where they still have them. */
export function textOf(value: unknown, label: string): string {
	if (typeof value === 'object') throw refusal(`'${label}' needs a text, not a list or an object`);
	if (typeof value !== 'number') return String(value);
	if (!Number.isFinite(value)) throw refusal(`'${label}' needs a text, not ${quote(value)}`);
	if (!Number.isInteger(value) || Number.isSafeInteger(value)) return String(value);
	throw refusal(
		`'${label}' is a number with too many digits to be exact`,
		`It reads ${quote(value)} here. Let the earlier node give it as a text`,
	);
}

export const encodeText: Encode = (value, { label }) => textOf(value, label);

export const text = (label: string, extra?: Extra): Field =>
	field(label, 'string', '', { encode: encodeText, ...extra });

/** Several lines of text. */
export const longText = (label: string, extra?: Extra): Field =>
	field(label, 'string', '', { encode: encodeText, ...extra }, { typeOptions: { rows: 4 } });

/** Several texts, each in a box of its own. An expression may yield a list or a comma-separated text. */
export const texts = (label: string, extra?: Extra): Field =>
	field(
		label,
		'string',
		[],
		{ ...extra, encode: (value) => toTexts(value, label) },
		{ typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' } },
	);

/** A list of trimmed texts from what an n8n list parameter or an expression yields. */
export function toTexts(value: unknown, label: string): string[] {
	const list: unknown[] = Array.isArray(value) ? value : textOf(value, label).split(',');
	return list.map((entry) => textOf(entry ?? '', label).trim()).filter((entry) => entry !== '');
}

export const flag = (label: string, extra: Extra & { initially?: boolean } = {}): Field => {
	const { initially = false, ...rest } = extra;
	return field(label, 'boolean', initially, {
		encode: (value) => readFlag(value, label),
		...rest,
	});
};

/** Whether a flag is on. A sheet writes TRUE, a database 1. */
export function readFlag(value: unknown, label: string): boolean {
	const read = typeof value === 'object' ? '' : String(value).trim().toLowerCase();
	if (/^(true|1)$/.test(read)) return true;
	if (/^(false|0)$/.test(read)) return false;
	throw refusal(`'${label}' needs true or false`, `'${label}' is ${quote(value)}`);
}

/** A point in time, sent as `YYYY-MM-DD HH:MM:SS` in the workflow's time zone. */
export const dateTime = (label: string, extra?: Extra): Field =>
	field(label, 'dateTime', '', {
		encode: (value, { timezone }) => toMarketplaceTime(value, timezone, label),
		...extra,
	});

/** JSON typed as text, or an object or a list from an expression. */
export const json = (label: string, extra?: Extra): Field =>
	field(label, 'json', '', {
		encode: (value) => givenJson(value, label),
		...extra,
	});

/** One of a fixed set, by stored value and label. */
export const choice = (
	label: string,
	options: Record<string, string>,
	extra: Extra & { initially?: string } = {},
): Field => {
	const { initially, ...rest } = extra;
	const sorted = optionsOf(options);
	const first = initially ?? (sorted[0].value as string);
	return field(label, 'options', first, { encode: encodeText, ...rest }, { options: sorted });
};

/** Refuses what is none of the options of a field that the node itself goes by. */
export function checkChoice({ in: where, property }: Field, value: unknown): void {
	const isOurs = where === 'none' && property.type === 'options';
	if (!isOurs || value === undefined || value === null || value === '') return;
	const known = (property.options ?? []).map((option) => 'value' in option && option.value);
	if (known.includes(value as string)) return;
	const list = known.map((one) => `'${String(one)}'`).join(', ');
	throw refusal(`'${property.displayName}' cannot be ${quote(value)}`, `It is one of ${list}`);
}

/** Options by stored value and label, sorted by label as n8n sorts them. */
export function optionsOf(options: Record<string, string>): INodePropertyOptions[] {
	return Object.entries(options)
		.map(([value, label]) => ({ name: label, value }))
		.sort((a, b) => a.name.localeCompare(b.name));
}

/** The name of an input field that holds a file, which is sent in base64. */
export const file = (label: string, extra?: Extra): Field => ({
	...field(label, 'string', '', { placeholder: 'e.g. data', ...extra }),
	file: true,
});

/** A list of rows for people, with a JSON twin for data that comes from an earlier node. */
export function rows(label: string, of: Fields, extra: Extra & { row: string }): Field {
	const { row, ...rest } = extra;
	return {
		...field(label, 'fixedCollection', {}, rest, {
			placeholder: `Add ${row}`,
			typeOptions: { multipleValues: true },
			options: [
				{
					displayName: row,
					name: 'values',
					values: Object.entries(of).map(([name, { property }]) => ({ ...property, name })),
				},
			],
		}),
		rows: of,
	};
}
