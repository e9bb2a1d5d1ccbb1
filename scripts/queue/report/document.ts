import { machineLine } from '../../../bench/shared/machine';
import { table } from '../../../bench/shared/markdown';
import type { Bulk, Retried } from '../afterwards';
import type { Effort } from '../effort';
import type { Check, Fates } from '../judge';
import type { Finding } from '../probes/probe';
import type { Course } from '../run';
import { outcomeRows, sendingRows } from './figures';
import { rolesTable, settingsTable } from './settingsTable';
import * as words from './words';

/** All that one run has shown. */
export interface Report {
	effort: Effort;
	versions: string;
	course: Course;
	fates: Fates;
	checks: Check[];
	retried: Retried[];
	bulk: Bulk;
	findings: Finding[];
}

const checkLine = ({ text, good }: Check): string => `- ${good ? '✓' : '**✗**'} ${text}`;

function retryTable(retried: Retried[]): string {
	if (retried.length === 0) return 'No execution had failed.';
	const rows = retried.map(({ status, error, outcome, calledAgain }) => [
		`${status}: “${error ?? ''}”`,
		outcome,
		calledAgain ? 'yes' : 'no',
	]);
	const names = [...new Set(rows.map((row) => row.join('|')))];
	return table(
		['Tried', 'Failed execution', 'What *Retry* gave', 'Did it call the marketplace'],
		names.map((name) => {
			const same = rows.filter((row) => row.join('|') === name);
			return [`${same.length} ×`, ...(same[0] ?? [])];
		}),
	);
}

/** `docs/scaling.md`, all of its figures from one run. */
export const documentOf = (report: Report): string =>
	[
		'# More than one n8n process',
		'Made by `npm run e2e:queue`; do not edit.',
		`${machineLine()} · ${report.versions}`,
		words.WHEN,
		'## Set it up',
		rolesTable(),
		settingsTable(),
		words.SET_UP,
		'## What was run',
		words.whatWasRun(report.effort),
		table(['', ''], sendingRows(report.course, report.effort)),
		'## What became of it',
		table(['', ''], outcomeRows(report.course, report.fates, report.bulk)),
		report.checks.map(checkLine).join('\n'),
		'## What else was tried',
		table(
			['', 'What happened'],
			report.findings.map(({ question, answer }) => [question, answer]),
		),
		'## What n8n promises here, and what it does not',
		words.PROMISES,
		'## A failed execution',
		words.FAILED,
		retryTable(report.retried),
		words.AFTER_RETRY,
		'## What changes for this package',
		words.CHANGES,
	].join('\n\n');
