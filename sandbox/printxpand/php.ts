/** PHP's `empty()`, of values that come from JSON. */
export const isEmpty = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	value === false ||
	value === '' ||
	value === 0 ||
	value === '0' ||
	(Array.isArray(value) && value.length === 0);

/** PHP's `(int)`: leading digits, else 0. */
export function toInt(value: unknown): number {
	if (typeof value === 'number') return Math.trunc(value);
	return typeof value === 'string' ? Number.parseInt(value, 10) || 0 : 0;
}

/** PHP's `is_numeric()`. */
export const isNumeric = (value: unknown): boolean =>
	typeof value === 'number' ||
	(typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)));
