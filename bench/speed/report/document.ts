import { machineLine } from '../../shared/machine';
import { table } from '../../shared/markdown';
import type { Goal, Plot, Section, Table } from '../section';
import { HOW } from './texts';

const goalRow = ({ text, measured, reached }: Goal): string[] => [
	reached ? '✓' : '✗',
	text,
	measured,
];

const causes = (goals: Goal[]): string[] =>
	goals.flatMap(({ text, reached, cause }) =>
		reached || cause === undefined ? [] : [`- **${text}**: ${cause}`],
	);

const tableText = ({ caption, head, rows }: Table): string =>
	[...(caption === undefined ? [] : [`**${caption}**`]), table(head, rows)].join('\n\n');

const plotText = ({ name, title }: Plot): string => `![${title}](images/performance/${name}.svg)`;

/** A chapter in Markdown. */
export const sectionText = ({ title, text, tables, plots }: Section): string =>
	[`## ${title}`, text, ...plots.map(plotText), ...tables.map(tableText)].join('\n\n');

/** The document, all of it made from what was measured. */
export function documentOf(goals: Goal[], sections: Section[], node: string): string {
	const missed = causes(goals);
	return [
		'# Performance: beside what people use today, and beside the limit',
		'Made by `npm run bench`; do not edit.',
		`${machineLine()} · contenders and n8n on ${node}`,
		'## Result',
		table(['', 'goal', 'measured'], goals.map(goalRow)),
		...(missed.length > 0
			? ['Where a goal is missed, by what was measured:', missed.join('\n')]
			: []),
		'## How it is measured',
		HOW,
		...sections.map(sectionText),
	].join('\n\n');
}
