import { execFileSync } from 'node:child_process';
import { program } from '../../scripts/lib/program';
import { fail, ok, say } from '../../scripts/lib/say';
import { ensureRuntime } from '../../scripts/n8n/install';
import { measureGrowth } from './growth';
import { readArguments, type Wanted } from './tasks/arguments';
import { sectionText } from './report/document';
import { aheadGoal, distanceGoal, rightGoal } from './report/goals';
import { write } from './report/write';
import type { Goal, Section } from './section';
import { measureStart } from './start';
import { measureChapters } from './tasks/chapters';
import { openGround } from './tasks/measure';
import { measureWebhooks } from './webhooks';

const versionOf = (execPath: string): string =>
	`Node ${execFileSync(execPath, ['--version']).toString().trim().replace(/^v/, '')}`;

interface Measured {
	goals: Goal[];
	sections: Section[];
	isRight: boolean;
}

/** What runs on n8n's engine alone. */
async function measureEngine({ effort, chapters, growth }: Wanted): Promise<Measured> {
	const ground = openGround();
	const { sections, results } = await measureChapters(ground, effort, chapters);
	const grown = growth ? [await measureGrowth(ground, effort)] : [];
	await ground.close();
	// Memory is measured with runs that are no faster or slower for it, but in fresh processes.
	const timed = results.filter(({ scene }) => !scene.fresh);
	const right = rightGoal(results);
	return {
		goals: [right, aheadGoal(timed), distanceGoal(timed), ...grown.flatMap(({ goals }) => goals)],
		sections: [...sections, ...grown],
		isRight: right.reached,
	};
}

function tell(goals: Goal[]): void {
	for (const { text, measured, reached } of goals) (reached ? ok : fail)(`${text}: ${measured}`);
	const reached = goals.filter((goal) => goal.reached).length;
	say(`${reached} of ${goals.length} goals are reached`);
}

/** A quick run is too short to say what is fast: only what is right counts. */
function tellQuickly(goals: Goal[], isRight: boolean): void {
	for (const { text, measured } of goals) say(`  ${text}: ${measured}`);
	if (isRight) ok('What was measured is right; a quick run says nothing about speed');
	else fail('Something came out wrong');
}

/**
 * Measures speed side by side with what people use today. `--quick` does little of everything, writes
 * nothing, and fails on what is wrong, never on what is slow. `--only=bulk,lists` prints these chapters.
 */
async function main(): Promise<number> {
	const wanted = readArguments(process.argv.slice(2));
	const { effort, others } = wanted;
	const { execPath } = await ensureRuntime();
	const engine = await measureEngine(wanted);
	const more = others ? [await measureWebhooks(effort), await measureStart(effort)] : [];
	const goals = [...engine.goals, ...more.flatMap((section) => section.goals)];
	const sections = [...engine.sections, ...more];
	// Of webhooks and starts a quick run has goals of correctness only.
	const isRight =
		engine.isRight &&
		(!effort.quick || more.every((section) => section.goals.every((goal) => goal.reached)));
	if (effort.quick) tellQuickly(goals, isRight);
	else if (!others) for (const section of sections) say(`${sectionText(section)}\n`);
	else await write(goals, sections, versionOf(execPath));
	if (!effort.quick) tell(goals);
	return isRight ? 0 : 1;
}

void program('bench', main);
