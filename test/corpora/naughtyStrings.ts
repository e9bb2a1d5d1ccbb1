import strings from 'big-list-of-naughty-strings/blns.json';

/** The Big List of Naughty Strings: texts that people type and that break programs. */
export const naughtyStrings: readonly string[] = strings;
