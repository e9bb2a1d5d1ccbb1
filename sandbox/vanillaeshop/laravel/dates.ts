const REST =
	'(?:[T ]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?' +
	'\\s*(?:[ap]m)?\\s*(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?$';

/** The ways of writing a day that PHP's strtotime knows and people use. */
const DAYS = [
	'^(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})',
	'^(?<day>\\d{1,2})[-.](?<month>\\d{1,2})[-.](?<year>\\d{4})',
	'^(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})',
	'^(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})',
].map((day) => new RegExp(day + REST, 'i'));

const MONTH = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** Laravel's `date`: whatever strtotime reads, if it names a day of the calendar. */
export function isDate(value: unknown): boolean {
	if (typeof value !== 'string' && typeof value !== 'number') return false;
	const text = String(value).trim();
	for (const form of DAYS) {
		const parts = form.exec(text)?.groups;
		if (parts) return isCalendarDay(parts) && isTimeOfDay(parts);
	}
	return MONTH.test(text) && /\d/.test(text) && !Number.isNaN(Date.parse(text));
}

type Parts = Record<string, string | undefined>;

function isCalendarDay({ year, month, day }: Parts): boolean {
	const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
	return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

const isTimeOfDay = ({ hour = '0', minute = '0', second = '0' }: Parts): boolean =>
	Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;

const LETTERS: Record<string, string> = {
	Y: '(?<year>\\d{4})',
	m: '(?<month>\\d{2})',
	d: '(?<day>\\d{2})',
	H: '(?<hour>\\d{2})',
	i: '(?<minute>\\d{2})',
	s: '(?<second>\\d{2})',
};

/** Laravel's `date_format`: exactly so, and a day that there is. */
export function hasFormat(value: unknown, format: string): boolean {
	const pattern = format.replace(/[A-Za-z]/g, (letter) => LETTERS[letter] ?? letter);
	const parts = new RegExp(`^${pattern}$`).exec(typeof value === 'string' ? value : '')?.groups;
	return parts !== undefined && isCalendarDay(parts) && isTimeOfDay(parts);
}
