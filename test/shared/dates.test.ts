import fc from 'fast-check';
import { inZone, toMarketplaceTime, toUtcTime } from '../../nodes/shared/dates';
import { Failure } from '../../nodes/shared/failure';

const RIYADH = 'Asia/Riyadh';
const NEW_YORK = 'America/New_York';
const BERLIN = 'Europe/Berlin';
const send = (value: unknown, timezone = RIYADH) => toMarketplaceTime(value, timezone, 'Created');

describe("a clock's reading is sent as it is, in any zone", () => {
	it.each([
		['2026-03-01', '2026-03-01 00:00:00'],
		['2026-03-01T10:20', '2026-03-01 10:20:00'],
		['2026-03-01 10:20', '2026-03-01 10:20:00'],
		['2026-03-01T10:20:30', '2026-03-01 10:20:30'],
		['2026-03-01 10:20:30', '2026-03-01 10:20:30'],
		['2026-03-01T10:20:30.123', '2026-03-01 10:20:30'],
		['  2026-03-01 10:20:30  ', '2026-03-01 10:20:30'],
		['2024-02-29', '2024-02-29 00:00:00'],
		// An hour that the clocks of New York skip; the marketplace's may not.
		['2026-03-08 02:30:00', '2026-03-08 02:30:00'],
	])('%s', (value, sent) => {
		for (const zone of [RIYADH, NEW_YORK, 'UTC', 'Pacific/Apia']) {
			expect(send(value, zone)).toBe(sent);
		}
	});
});

describe('an instant is sent as the clock in the zone shows it', () => {
	it.each([
		['2026-03-01T10:00:00Z', RIYADH, '2026-03-01 13:00:00'],
		['2026-03-01T10:00:00.999Z', RIYADH, '2026-03-01 13:00:00'],
		['2026-03-01T22:30:00Z', RIYADH, '2026-03-02 01:30:00'],
		['2026-03-01T10:00:00+05:30', 'UTC', '2026-03-01 04:30:00'],
		['2026-03-01T00:00:00-0800', 'UTC', '2026-03-01 08:00:00'],
		['2026-12-31T23:00:00Z', RIYADH, '2027-01-01 02:00:00'],
		['2026-03-01T21:00:00Z', RIYADH, '2026-03-02 00:00:00'],
		['2026-03-01T00:15:00Z', 'Asia/Kathmandu', '2026-03-01 06:00:00'],
		// Clocks that change.
		['2026-03-08T06:59:59Z', NEW_YORK, '2026-03-08 01:59:59'],
		['2026-03-08T07:00:00Z', NEW_YORK, '2026-03-08 03:00:00'],
		['2026-11-01T05:30:00Z', NEW_YORK, '2026-11-01 01:30:00'],
		['2026-11-01T06:30:00Z', NEW_YORK, '2026-11-01 01:30:00'],
		['2026-03-29T01:00:00Z', BERLIN, '2026-03-29 03:00:00'],
		['2026-10-25T01:00:00Z', BERLIN, '2026-10-25 02:00:00'],
	])('%s in %s is %s', (value, zone, sent) => {
		expect(send(value, zone)).toBe(sent);
		expect(send(new Date(value), zone)).toBe(sent);
	});

	it('agrees with what Intl says of the same instant', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
				fc.constantFrom(RIYADH, NEW_YORK, BERLIN, 'Australia/Lord_Howe', 'UTC'),
				(instant, zone) => {
					const shown = inZone(instant, zone);
					expect(shown).toMatch(/^\d{4}-\d\d-\d\d ([01]\d|2[0-3])(:[0-5]\d){2}$/);
					expect(shown).toBe(instant.toLocaleString('sv-SE', { timeZone: zone }));
					expect(send(instant.toISOString(), zone)).toBe(shown);
				},
			),
		);
	});

	it("takes what n8n's expressions yield: an object that prints itself as ISO", () => {
		const luxonLike = { toString: () => '2026-03-01T10:00:00.000+03:00' };
		expect(send(luxonLike)).toBe('2026-03-01 10:00:00');
	});
});

describe('in UTC', () => {
	const utc = (value: unknown, zone: string) => toUtcTime(value, zone, 'Updated');

	it.each([
		['2026-03-01', RIYADH, '2026-02-28T21:00:00Z'],
		['2026-03-01T10:20:30', RIYADH, '2026-03-01T07:20:30Z'],
		['2026-03-01 10:20', 'UTC', '2026-03-01T10:20:00Z'],
		['2026-03-01 06:00', 'Asia/Kathmandu', '2026-03-01T00:15:00Z'],
		['2026-03-08 01:59:59', NEW_YORK, '2026-03-08T06:59:59Z'],
		['2026-03-08 03:00:00', NEW_YORK, '2026-03-08T07:00:00Z'],
		['2026-03-29 03:00:00', BERLIN, '2026-03-29T01:00:00Z'],
	])('a reading of %s in %s is %s', (value, zone, sent) => {
		expect(utc(value, zone)).toBe(sent);
	});

	it.each([
		['2026-03-01T10:00:00+05:30', '2026-03-01T04:30:00Z'],
		['2026-03-01T10:00:00.999Z', '2026-03-01T10:00:00Z'],
		// The hour that the clocks of New York show twice.
		['2026-11-01T05:30:00Z', '2026-11-01T05:30:00Z'],
		['2026-11-01T06:30:00Z', '2026-11-01T06:30:00Z'],
	])('%s is %s in any zone', (value, sent) => {
		for (const zone of [RIYADH, NEW_YORK, 'UTC']) expect(utc(value, zone)).toBe(sent);
	});

	it('is the instant at which a clock shows the reading, whatever the clock', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
				fc.constantFrom(RIYADH, NEW_YORK, BERLIN, 'Australia/Lord_Howe', 'UTC'),
				(instant, zone) => {
					const reading = inZone(instant, zone);
					expect(inZone(new Date(utc(reading, zone)), zone)).toBe(reading);
				},
			),
		);
	});

	it('what is no date is refused by its label', () => {
		expect(() => utc('last week', RIYADH)).toThrow("'Updated' needs a date and time");
	});
});

describe('what is no date is refused by its label', () => {
	it.each([
		'2026-02-30',
		'2026-02-29',
		'2026-13-01',
		'2026-00-10',
		'2026-03-01 24:00:00',
		'2026-03-01 10:60',
		'2026-03-01 10:00:61',
		'2026-02-30T10:00:00Z',
		'01/03/2026',
		'1 March 2026',
		'2026-3-1',
		'yesterday',
		'1767225600',
		1767225600,
		'2026-03-01T10:00:00+99:00',
		'2026-03-01T',
		'2026-03-01 10:00:00 Europe/Berlin',
		{},
		[],
		true,
		NaN,
		'Invalid DateTime',
	])('%j', (value) => {
		expect(() => send(value)).toThrow(Failure);
		expect(() => send(value)).toThrow("'Created' needs a date and time");
	});

	it('an invalid Date too', () => {
		expect(() => send(new Date(Number.NaN))).toThrow("'Created' needs a date and time");
	});
});
