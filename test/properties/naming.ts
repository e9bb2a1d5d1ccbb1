import type { Field } from '../../nodes/shared/fields';
import { callOptions } from '../../nodes/shared/options';
import type { Target } from './parameters';
import type { Subject } from './subjects';

const PAGING = ['Limit', 'Return All', 'Simplify'];
const COLLECTIONS = ['Filters', 'Update Fields', 'Additional Fields', 'Options'];

/** What the vendor's own words call the field. */
const targetsOf = (name: string, { to }: Field): string[] =>
	typeof to === 'object' ? Object.values(to) : [to ?? name];

const namesOf = (fields: Record<string, Field> = {}): string[] =>
	Object.entries(fields).flatMap(([name, field]) => {
		const { displayName } = field.property;
		return [
			displayName,
			`${displayName} (JSON)`,
			...targetsOf(name, field),
			...namesOf(field.rows),
		];
	});

/** A refusal names the field, or another of the operation that does not go with it. */
export function expectNamed(
	words: string,
	{ label }: Target,
	{ operation, service }: Subject,
): void {
	const { fields, optional, options, batch } = operation;
	const more = callOptions(service.marketplace, operation);
	const known = [fields, optional, options, more].flatMap(namesOf);
	const names = [label, ...known, ...PAGING, ...COLLECTIONS];
	const isRepeat = batch?.once !== undefined && words.includes(' comes twice in this run');
	expect(isRepeat || names.some((name) => words.includes(`'${name}'`)) ? '' : words).toBe('');
}
