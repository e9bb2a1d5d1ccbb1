import { refusal } from './failure';

const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** Dates of any library print themselves as ISO; an invalid one cannot. */
function asText(value: unknown): string {
	const isInvalid = value instanceof Date && Number.isNaN(value.getTime());
	if (isInvalid) return 'Invalid Date';
	return value instanceof Date ? value.toISOString() : String(value).trim();
}

/** Whether a date and time of day exist: `2026-02-30` does not. */
function exists(date: string, time: string): boolean {
	const instant = new Date(`${date}T${time}Z`);
	return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
}

/**
 * `YYYY-MM-DD HH:MM:SS` as a clock in `timezone` shows it.
 * What names an offset is an instant and is converted; what names none is the clock's reading already,
 * which is what n8n's date picker yields.
 */
export function toMarketplaceTime(value: unknown, timezone: string, label: string): string {
	const text = asText(value);
	const [, date, minutes = '00:00', seconds = '00'] = WALL_CLOCK.exec(text) ?? [];
	if (date && exists(date, `${minutes}:${seconds}`)) return `${date} ${minutes}:${seconds}`;
	const instant = new Date(text);
	const isInstant = !Number.isNaN(instant.getTime()) && INSTANT.test(text);
	if (date || !isInstant || !exists(text.slice(0, 10), '00:00')) {
		throw refusal(`'${label}' needs a date and time, not '${text}'`);
	}
	return inZone(instant, timezone);
}

/** An instant as `YYYY-MM-DD HH:MM:SS` in an IANA time zone. */
export function inZone(instant: Date, timeZone: string): string {
	const parts = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
	}).formatToParts(instant);
	const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
	return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')}:${of('second')}`;
}
