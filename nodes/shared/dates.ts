import { refusal } from './failure';
import { quote } from './quote';

const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** Dates of any library print themselves as ISO; an invalid one cannot, and what is no date prints nothing. */
function asText(value: unknown): string | undefined {
	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	}
	if (typeof value !== 'object' || value === null) return String(value).trim();
	const prints = !Array.isArray(value) && typeof value.toString === 'function';
	const text = prints ? String(value) : '[object';
	return text.startsWith('[object') ? undefined : text;
}

/** Whether a date and time of day exist: `2026-02-30` does not. */
function exists(date: string, time: string): boolean {
	const instant = new Date(`${date}T${time}Z`);
	return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
}

/**
 * What names an offset is an instant; what names none is a clock's reading (`YYYY-MM-DD HH:MM:SS`), which
 * is what n8n's date picker yields.
 */
function readTime(value: unknown, label: string): string | Date {
	const text = asText(value) ?? '';
	const [, date, minutes = '00:00', seconds = '00'] = WALL_CLOCK.exec(text) ?? [];
	if (date && exists(date, `${minutes}:${seconds}`)) return `${date} ${minutes}:${seconds}`;
	const instant = new Date(text);
	const isInstant = !Number.isNaN(instant.getTime()) && INSTANT.test(text);
	if (date || !isInstant || !exists(text.slice(0, 10), '00:00')) {
		const given = typeof value === 'object' && text !== '' ? text : value;
		throw refusal(`'${label}' needs a date and time, not ${quote(given)}`);
	}
	return instant;
}

/** `YYYY-MM-DD HH:MM:SS` as a clock in `timezone` shows it; a clock's reading as it is. */
export function toMarketplaceTime(value: unknown, timezone: string, label: string): string {
	const time = readTime(value, label);
	return typeof time === 'string' ? time : inZone(time, timezone);
}

/** `YYYY-MM-DDTHH:MM:SSZ`; a clock's reading is that of a clock in `timezone`. */
export function toUtcTime(value: unknown, timezone: string, label: string): string {
	const time = readTime(value, label);
	const instant = typeof time === 'string' ? instantOf(time, timezone) : time;
	return `${instant.toISOString().slice(0, 19)}Z`;
}

/** A clock's reading as milliseconds, as if the clock showed UTC. */
const asUtc = (reading: string) => Date.parse(`${reading.replace(' ', 'T')}Z`);

/** The instant at which a clock in `timezone` shows `reading`. */
function instantOf(reading: string, timezone: string): Date {
	const shown = asUtc(reading);
	const ahead = (instant: number) => asUtc(inZone(new Date(instant), timezone)) - instant;
	// The clock may be changed between the first guess and the instant itself.
	return new Date(shown - ahead(shown - ahead(shown)));
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
