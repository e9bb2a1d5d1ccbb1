import { join } from 'node:path';
import { cacheFolder, root } from './lib/paths';
import { program } from './lib/program';
import { run } from './lib/run';
import { duration, fail, longStep, ok, say } from './lib/say';

interface Check {
	title: string;
	/** A command of the project's own tools. */
	command: [string, ...string[]];
}

const tool = (name: string) => join(root, 'node_modules', '.bin', name);

/** Everything that needs no n8n server. The build comes before what looks at `dist`. */
const checks: Check[] = [
	{ title: 'Types of what ships', command: [tool('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
	{ title: 'Types of tests and tools', command: [tool('tsc'), '-p', 'tsconfig.tooling.json'] },
	{ title: "n8n's lint", command: [tool('eslint'), '--max-warnings', '0', '.'] },
	{
		title: 'Lint of tests and tools',
		command: [tool('eslint'), '--config', 'eslint.tooling.config.mjs', '--max-warnings', '0', '.'],
	},
	{ title: 'Format', command: [tool('prettier'), '--check', '--log-level', 'warn', '.'] },
	{
		title: 'Lint of the OpenAPI documents',
		command: [tool('redocly'), 'lint', 'specs/*.openapi.yaml'],
	},
	{ title: 'Build', command: [tool('gulp'), 'build'] },
	{ title: "n8n's package scanner", command: [tool('ts-node'), 'scripts/scan.ts'] },
	{ title: 'Tests', command: [tool('jest')] },
];

const logFile = join(cacheFolder, 'logs', 'test.log');

async function runCheck({ title, command: [command, ...args] }: Check): Promise<boolean> {
	const startedAt = Date.now();
	const { code, tail } = await longStep(
		title,
		async (note) =>
			await run(command, args, {
				cwd: root,
				logFile,
				env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
				onLine: (line) => {
					if (/^(PASS|FAIL) /.test(line)) note(line.slice(5));
				},
			}),
	);
	const took = duration(Date.now() - startedAt);
	if (code === 0) ok(`${title} (${took})${summaryOf(tail)}`);
	else fail(`${title} (${took})\n\n${tail.join('\n')}\n`);
	return code === 0;
}

/** Jest's own count, where the check is a test run. */
function summaryOf(tail: string[]): string {
	const counted = tail.find((line) => line.startsWith('Tests:'));
	return counted ? `: ${counted.replace(/^Tests:\s+/, '')}` : '';
}

async function main(): Promise<number> {
	let failed = 0;
	for (const check of checks) {
		if (!(await runCheck(check))) failed++;
	}
	if (failed > 0) say(`The whole output: ${logFile.replace(`${root}/`, '')}`);
	say(`${checks.length - failed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

void program('test', main);
