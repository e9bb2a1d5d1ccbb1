import { ControlError } from './controlError';

/** Readers of the control API's fields: each gives the value, or says what it should have been. */

export function numberField(
	body: Record<string, unknown>,
	field: string,
	{ low = 0, high = Infinity, whole = false } = {},
): number | undefined {
	const value = body[field];
	if (value === undefined) return undefined;
	const fits = typeof value === 'number' && value >= low && value <= high;
	if (!fits || (whole && !Number.isInteger(value))) {
		const limit = high === Infinity ? `at least ${low}` : `from ${low} to ${high}`;
		throw new ControlError(`'${field}' must be a ${whole ? 'whole ' : ''}number, ${limit}`);
	}
	return value;
}

export function textOf(body: Record<string, unknown>, field: string): string | undefined {
	const value = body[field];
	if (value === undefined) return undefined;
	if (typeof value !== 'string' || value === '') throw new ControlError(`'${field}' must be text`);
	return value;
}

export function onlyFields(body: Record<string, unknown>, allowed: readonly string[]): void {
	const unknown = Object.keys(body).filter((field) => !allowed.includes(field));
	if (unknown.length > 0) {
		throw new ControlError(`Not known: ${unknown.join(', ')}. Known: ${allowed.join(', ')}`);
	}
}
