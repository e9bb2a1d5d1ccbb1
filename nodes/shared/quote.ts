/** As much of a value as helps to find it again. */
const MOST = 200;

const cut = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);

function written(value: object): string {
	if (value instanceof Date) return value.toISOString();
	try {
		return JSON.stringify(value);
	} catch {
		return Array.isArray(value) ? '[…]' : '{…}';
	}
}

/** What was given, for words about it: in quotes and cut short, or what else it is. */
export function quote(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (typeof value === 'number' && !Number.isFinite(value)) {
		return Number.isNaN(value) ? 'the result of a failed calculation' : 'an endless number';
	}
	if (value instanceof Date && Number.isNaN(value.getTime())) return 'an invalid date';
	return `'${cut(typeof value === 'object' ? written(value) : String(value))}'`;
}
