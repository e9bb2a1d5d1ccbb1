import { join } from 'node:path';
import { cacheFolder, root } from './lib/paths';
import { program } from './lib/program';
import { run } from './lib/run';
import { longStep, say } from './lib/say';

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
	let tail: string[] = [];
	try {
		await longStep(title, async (note) => {
			const result = await run(command, args, {
				cwd: root,
				logFile,
				env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
				onLine: (line) => {
					if (/^(PASS|FAIL) /.test(line)) note(line.slice(5));
				},
			});
			({ tail } = result);
			if (result.code !== 0) throw new Error(title);
		});
		const counted = countIn(tail);
		if (counted) say(`    ${counted}`);
		return true;
	} catch {
		say(`\n${tail.join('\n')}\n`);
		return false;
	}
}

/** Jest's own count, where the check is a test run. */
const countIn = (tail: string[]): string | undefined =>
	tail.find((line) => line.startsWith('Tests:'))?.replace(/\s+/g, ' ');

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
