/** The text that a value was pasted as, without the blanks around it. */
export const trimmed = (value: unknown): string => String(value ?? '').trim();

/**
 * A host's address without what pasting brings along: blanks, slashes at its end, and the part that the
 * service's documentation writes after the host although the paths of the operations hold it too.
 */
export const cleanUrl = (given: unknown, suffix: RegExp): string =>
	trimmed(given).replace(/\/+$/, '').replace(suffix, '');
