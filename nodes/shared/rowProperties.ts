import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { put } from './call';
import type { Field } from './fields';
import type { Fields } from './operation';

const exampleOf = ({ property }: Field) => (property.placeholder ?? '…').replace(/^e\.g\. /, '');

/** What a row must hold; all that it may hold where nothing is required. */
function mainFields(rows: Fields): Fields {
	const required = Object.entries(rows).filter(([, { property }]) => property.required);
	return required.length > 0 ? Object.fromEntries(required) : rows;
}

const keyOf = (name: string, { to }: Field): string => (typeof to === 'string' ? to : name);

/** One row in the marketplace's own form, of the placeholders of its main fields. */
const sampleRow = (rows: Fields): IDataObject =>
	Object.entries(mainFields(rows)).reduce<IDataObject>(
		(row, [name, field]) =>
			put(row, keyOf(name, field), field.rows ? [sampleRow(field.rows)] : exampleOf(field)),
		{},
	);

function sampleOf({ rows = {}, entries }: Field): string {
	if (!entries) return JSON.stringify([sampleRow(rows)]);
	return JSON.stringify(Object.fromEntries([Object.values(rows).map(exampleOf)]));
}

/** The keys of a row that its sample leaves out, as a sentence. */
function furtherKeys({ rows = {}, entries }: Field): string {
	const shown = mainFields(rows);
	const left = Object.entries(rows).filter(([name]) => !entries && !(name in shown));
	const keys = new Set(left.map(([name, field]) => keyOf(name, field).split('.')[0]));
	return keys.size > 0 ? `. An entry may also hold: ${[...keys].sort().join(', ')}.` : '';
}

/** A list of rows is three parameters: how it is given, the rows, and the JSON twin. */
export function rowProperties(name: string, field: Field): INodeProperties[] {
	const { displayName, required, ...rest } = field.property;
	const what = field.entries ? 'An object' : 'A list';
	return [
		{
			displayName: `Specify ${displayName}`,
			name: `${name}Input`,
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Using Fields Below', value: 'rows' },
				{ name: 'Using JSON', value: 'json' },
			],
			default: 'rows',
		},
		{ displayName, name, required, ...rest },
		{
			displayName: `${displayName} (JSON)`,
			name: `${name}Json`,
			type: 'json',
			default: '',
			description: `${what} in the marketplace's own form, typed or from an earlier node, in the place of '${displayName}'${furtherKeys(field)}`,
			// Not in the description: n8n's lint corrects the keys there.
			hint: `e.g. ${sampleOf(field)}`,
		},
	];
}
