import { isRecord } from './call';

/**
 * A message with its parameters filled in: `%1`, `%2` from a list, `%name` from an object. A placeholder
 * without a value stays as it is. (Magento and what is built on it answer so.)
 */
export function fillPlaceholders(message: string, parameters: unknown): string {
	const valueOf = (name: string): unknown => {
		if (Array.isArray(parameters)) return parameters[Number(name) - 1];
		return isRecord(parameters) ? parameters[name] : undefined;
	};
	return message.replace(/%(\w+)/g, (placeholder, name: string) => {
		const value = valueOf(name);
		return typeof value === 'object' ? placeholder : String(value ?? placeholder);
	});
}
