import { readFileSync, writeFileSync } from 'node:fs';
import * as marketplaces from '../index';
import type { Marketplace, Operation } from '../nodes/shared/operation';

const README = 'README.md';
const START = '<!-- operations: made by `npm run docs` from the definitions -->';
const END = '<!-- end of operations -->';

const EFFECTS: Record<string, string> = {
	read: 'reads',
	set: 'sets; repeated when the answer is lost',
	act: 'acts; never repeated when the answer is lost',
};

const effectOf = ({ effect }: Operation): string =>
	typeof effect === 'function' ? 'as you say' : EFFECTS[effect];

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

function tableOf({ name, resources }: Marketplace): string {
	const rows = Object.values(resources).flatMap((resource) =>
		Object.values(resource.operations)
			.sort((a, b) => a.name.localeCompare(b.name))
			.map((operation) =>
				row([
					resource.name,
					operation.name,
					operation.description,
					effectOf(operation),
					operation.source ?? 'documented',
				]),
			),
	);
	return [
		`#### ${name}`,
		'',
		row(['Resource', 'Operation', 'What it does', 'Effect', 'Address']),
		row(['---', '---', '---', '---', '---']),
		...rows,
	].join('\n');
}

/** The operations of all marketplaces as Markdown. */
export function operationsTable(): string {
	return Object.values(marketplaces).map(tableOf).join('\n\n');
}

/** The README with its operations made anew. */
export function withOperations(readme: string): string {
	const [before, rest = ''] = readme.split(START);
	const after = rest.split(END)[1];
	if (after === undefined) throw new Error(`${README} has no place for the operations`);
	return `${before}${START}\n\n${operationsTable()}\n\n${END}${after}`;
}

if (require.main === module) {
	writeFileSync(README, withOperations(readFileSync(README, 'utf8')));
}
