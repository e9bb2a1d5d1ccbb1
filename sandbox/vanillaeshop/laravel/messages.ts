import type { Kind } from './checks';

/** Laravel 5.5's own English, `resources/lang/en/validation.php`. */
const WORDS: Readonly<Record<string, string | Record<Kind, string>>> = {
	required: 'The :attribute field is required.',
	required_with: 'The :attribute field is required when :values is present.',
	array: 'The :attribute must be an array.',
	boolean: 'The :attribute field must be true or false.',
	date: 'The :attribute is not a valid date.',
	date_format: 'The :attribute does not match the format :format.',
	email: 'The :attribute must be a valid email address.',
	exists: 'The selected :attribute is invalid.',
	in: 'The selected :attribute is invalid.',
	max: {
		numeric: 'The :attribute may not be greater than :max.',
		array: 'The :attribute may not have more than :max items.',
		string: 'The :attribute may not be greater than :max characters.',
	},
	min: {
		numeric: 'The :attribute must be at least :min.',
		array: 'The :attribute must have at least :min items.',
		string: 'The :attribute must be at least :min characters.',
	},
	numeric: 'The :attribute must be a number.',
	unique: 'The :attribute has already been taken.',
};

const spaced = (name: string): string => name.replace(/_/g, ' ');

export interface Refused {
	/** Where the value is, such as `products.0.order_id`. */
	path: string;
	/** Whether the rule spoke of every element: Laravel then names the path as it is. */
	wildcard: boolean;
	rule: string;
	parameters: string[];
	kind: Kind;
}

export function messageFor({ path, wildcard, rule, parameters, kind }: Refused): string {
	const words = WORDS[rule] ?? '';
	const [parameter = ''] = parameters;
	return (typeof words === 'string' ? words : words[kind])
		.replace(':attribute', wildcard ? path : spaced(path))
		.replace(':values', parameters.map(spaced).join(' / '))
		.replace(/:(min|max|format)/, () => parameter);
}
