import { isClean, type Verdict } from './judge';

const tableRow = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** A table in Markdown. */
export const table = (heads: string[], rows: string[][]): string =>
	[tableRow(heads), tableRow(heads.map(() => '---')), ...rows.map(tableRow)].join('\n');

/** Lost, twice, misreported; bold where it is not nothing. */
export function triple(verdict: Verdict): string {
	const { lost, twice, misreported } = verdict;
	const text = `${lost} / ${twice} / ${misreported}`;
	return isClean(verdict) ? text : `**${text}**`;
}
