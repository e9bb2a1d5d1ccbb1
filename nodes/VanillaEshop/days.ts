import { toMarketplaceTime } from '../shared/dates';
import { dateTime, type Extra, type Field } from '../shared/fields';

/** A day, sent as `YYYY-MM-DD`, the one form that is documented for it. */
export const day = (label: string, extra?: Extra): Field =>
	dateTime(label, {
		encode: (value, { timezone, label: shown }) =>
			toMarketplaceTime(value, timezone, shown).slice(0, 10),
		...extra,
	});

/** A point in time, sent as a day where it is midnight: the reference's examples are days. */
export const dayOrTime = (label: string, extra?: Extra): Field =>
	dateTime(label, {
		encode: (value, { timezone, label: shown }) =>
			toMarketplaceTime(value, timezone, shown).replace(/ 00:00:00$/, ''),
		...extra,
	});
