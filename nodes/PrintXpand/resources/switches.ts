import { refusal } from '../../shared/failure';
import { choice, flag, type Encode, type Extra, type Field } from '../../shared/fields';
import { quote } from '../../shared/quote';

const STATES = new Map([
	['1', 1],
	['true', 1],
	['enabled', 1],
	['0', 0],
	['false', 0],
	['disabled', 0],
]);

/** On and off are sent as 1 and 0; data from elsewhere may say it in other ways. */
const encodeSwitch: Encode = (value, { label }) => {
	const read = typeof value === 'object' ? '' : String(value);
	const state = STATES.get(read.trim().toLowerCase());
	if (state !== undefined) return state;
	throw refusal(`'${label}' needs 1 or 0`, `'${label}' is ${quote(value)}`);
};

/** Whether something holds, sent as 1 or 0. */
export const oneOrZero = (label: string, extra: Extra & { initially?: boolean }): Field =>
	flag(label, { encode: encodeSwitch, ...extra });

/** Whether a record can be seen in the shop, sent as 1 or 0. */
export const status = (of: string): Field =>
	choice(
		'Status',
		{ 0: 'Disabled', 1: 'Enabled' },
		{
			initially: '1',
			placeholder: 'e.g. 1',
			encode: encodeSwitch,
			description: `Whether the ${of} is in use. An expression may give 1 or 0.`,
		},
	);
