import { CHECKS, IMPLICIT, type Context, type Kind, type Lookup } from './checks';
import { messageFor } from './messages';
import { expand, valueAt, type Fields } from './php';

/**
 * The rules of one request, in Laravel's own notation, by dotted path; `*` is every element.
 * Fields without a rule are named too, with an empty one: the table is the request.
 */
export type Rules = Readonly<Record<string, string>>;

/** What is wrong, by dotted path. */
export type Errors = Record<string, string[]>;

interface Attribute {
	path: string;
	wildcard: boolean;
	rules: Rule[];
}

interface Rule {
	name: string;
	parameters: string[];
}

/** Laravel's validator, as far as the rules of this API go. Undefined where nothing is wrong. */
export function validate(rules: Rules, data: Fields, has: Lookup): Errors | undefined {
	const errors: Errors = {};
	for (const attribute of attributesOf(rules, data)) {
		const said = messagesOf(attribute, { data, has, kind: kindOf(attribute.rules) });
		if (said.length > 0) errors[attribute.path] = said;
	}
	return Object.keys(errors).length > 0 ? errors : undefined;
}

/** Those of elements come last, as in Laravel. */
function attributesOf(rules: Rules, data: Fields): Attribute[] {
	const all = Object.entries(rules).flatMap(([key, line]) => {
		const wildcard = key.includes('*');
		return expand(key, data).map((path) => ({ path, wildcard, rules: parsed(line) }));
	});
	return [...all.filter(({ wildcard }) => !wildcard), ...all.filter(({ wildcard }) => wildcard)];
}

const parsed = (line: string): Rule[] =>
	line === ''
		? []
		: line.split('|').map((rule) => {
				const [name = '', ...rest] = rule.split(':');
				const parameters = rest.join(':');
				return { name, parameters: parameters === '' ? [] : parameters.split(',') };
			});

function kindOf(rules: Rule[]): Kind {
	const names = rules.map(({ name }) => name);
	if (names.includes('numeric')) return 'numeric';
	return names.includes('array') ? 'array' : 'string';
}

function messagesOf({ path, wildcard, rules }: Attribute, context: Context): string[] {
	const value = valueAt(context.data, path);
	const said: string[] = [];
	for (const { name, parameters } of rules) {
		const implicit = IMPLICIT.includes(name);
		if (!implicit && value === undefined) continue;
		const check = CHECKS[name];
		if (!check) throw new Error(`No such rule: ${name}`);
		if (check(value, parameters, context)) continue;
		said.push(messageFor({ path, wildcard, rule: name, parameters, kind: context.kind }));
		if (implicit) break;
	}
	return said;
}
