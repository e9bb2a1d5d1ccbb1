import { isRecord } from './call';
import { refusal } from './failure';
import { json, type Extra, type Field } from './fields';

/** JSON of an object, such as a body whose keys are not documented; a list or a plain value is refused. */
export function jsonObject(label: string, extra?: Extra): Field {
	const shown = json(label, extra);
	return {
		...shown,
		encode(value, given) {
			const parsed = shown.encode?.(value, given);
			if (!isRecord(parsed)) throw refusal(`'${label}' needs a JSON object: { … }`);
			return parsed;
		},
	};
}
