import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { refusal } from './failure';
import { encodeText, field, type Encode, type Extra, type Field } from './fields';
import { toNumber } from './numbers';
import { quote } from './quote';
import type { Search } from './search';

/** One way to name a record; the mode `list` is the choice from a list and needs no label. */
export interface LocatorMode {
	label?: string;
	/** Dot path in the request. */
	to?: string;
	placeholder?: string;
	encode?: Encode;
}

const encodeId: Encode = (value, { label }) => {
	const found = toNumber(value);
	if (found === undefined || !Number.isSafeInteger(found) || found < 0) {
		throw refusal(`'${label}' needs an ID that is a whole number, not ${quote(value)}`);
	}
	return found;
};

/** Encoders for the ids of records: some services want a number, some a text. */
export const id = { number: encodeId, text: encodeText };

/** A record picked from a list, or named in one of the service's ways. */
export function record(
	label: string,
	search: Search,
	modes: Record<string, LocatorMode>,
	extra: Extra & { missing?: string } = {},
): Field {
	const { missing = `'${label}' is empty`, ...rest } = extra;
	const choose = 'hoose one, or see what its expression gives for this item';
	const advice = extra.missing ? `'${label}' is empty: c${choose}` : `C${choose}`;
	const typed = Object.entries(modes).filter(([name]) => name !== 'list');
	const targets = Object.entries(modes).flatMap(([name, { to }]) =>
		to ? [[name, to] as const] : [],
	);
	return {
		...field(
			label,
			'resourceLocator',
			{ mode: 'list', value: '' },
			{
				required: true,
				to: targets.length ? Object.fromEntries(targets) : undefined,
				...rest,
				encode: (value, given) => {
					if (value === undefined || value === null || value === '') {
						throw refusal(missing, advice);
					}
					return (modes[given.mode ?? 'list']?.encode ?? encodeText)(value, given);
				},
			},
			{
				modes: [
					fromList(search),
					...typed.map(([name, { label: shown, placeholder }]) =>
						typedMode(name, shown ?? name, placeholder),
					),
				],
				...dependency(search),
			},
		),
		search,
	};
}

/** A value that the documentation lists but not reliably: picked from its list, or typed. */
export function suggested(label: string, search: Search, extra: Extra = {}): Field {
	return {
		...field(
			label,
			'resourceLocator',
			{ mode: 'list', value: '' },
			{
				encode: (value, given) => {
					if (value === undefined || value === null || value === '') {
						throw refusal(`'${label}' is empty`);
					}
					return encodeText(value, given);
				},
				...extra,
			},
			{
				modes: [fromList(search), typedMode('value', 'By Value', extra.placeholder)],
				...dependency(search),
			},
		),
		search,
	};
}

/** n8n empties the choice when a parameter changes that its list depends on. */
const dependency = (search: Search): Partial<INodeProperties> =>
	'dependsOn' in search ? { typeOptions: { loadOptionsDependsOn: search.dependsOn } } : {};

const mode = (
	name: string,
	displayName: string,
	more: Omit<INodePropertyMode, 'name' | 'displayName'>,
): INodePropertyMode => ({ name, displayName, ...more });

const typedMode = (name: string, label: string, placeholder?: string) =>
	mode(name, label, { type: 'string', placeholder });

const fromList = ({ method }: Search) =>
	mode('list', 'From List', {
		type: 'list',
		typeOptions: { searchListMethod: method, searchable: true },
	});
