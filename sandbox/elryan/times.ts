/** What tells the time: the service's clock, or a day in the past while a seed is sown. */
export interface Time {
	now(): number;
}

/** Iraq keeps UTC+3 all year. */
const LOCAL_MS = 3 * 60 * 60 * 1000;
/** In both samples `POLastModified` is 22 hours after `updatedLocalTime`, which nothing explains. */
const LAST_MODIFIED_MS = 22 * 60 * 60 * 1000;

const two = (value: number): string => String(value).padStart(2, '0');

export const iso = (ms: number): string => new Date(ms).toISOString();

/** Local time with a Z that is wrong, and without milliseconds: the documented quirk. */
export const mislabelledLocal = (ms: number): string => `${iso(ms + LOCAL_MS).slice(0, 19)}.000Z`;

export function localDate(ms: number): string {
	const date = new Date(ms + LOCAL_MS);
	return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** Midnight of the local day, without a zone. */
export const localDay = (ms: number): string => `${iso(ms + LOCAL_MS).slice(0, 10)}T00:00:00`;

export function lastModified(ms: number): string {
	const shifted = ms + LAST_MODIFIED_MS;
	const date = new Date(shifted + LOCAL_MS);
	const hours = date.getUTCHours();
	const time = `${two(hours % 12 || 12)}:${two(date.getUTCMinutes())} ${hours < 12 ? 'AM' : 'PM'}`;
	return `${localDate(shifted)} ${time}`;
}

/** A MongoDB id as the samples have it: the second of its making, then a running number. */
export const objectId = (ms: number, number: number): string =>
	Math.floor(ms / 1000)
		.toString(16)
		.padStart(8, '0') + (0xe081fc4a00000000n + BigInt(number)).toString(16);
