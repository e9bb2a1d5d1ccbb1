import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { logFolder } from '../../scripts/lib/paths';
import { duration, fail, ok, say } from '../../scripts/lib/say';
import { messageOf } from '../../scripts/lib/trouble';
import type { Scene, Step } from './step';

export interface Result {
	passed: number;
	failed: number;
}

/** A step that hangs must not hold up the whole run. */
const stepTimeoutMs = 120_000;

/** Runs the steps one after another; a failed one does not keep the others from being tried. */
export async function runSteps(steps: readonly Step[], scene: Scene): Promise<Result> {
	const result = { passed: 0, failed: 0 };
	for (const step of steps) {
		const startedAt = Date.now();
		const error = await failureOf(step, scene);
		const line = `${step.title} (${duration(Date.now() - startedAt)})`;
		if (error === undefined) {
			result.passed += 1;
			ok(line);
		} else {
			result.failed += 1;
			fail(line);
			say(`    ${stripVTControlCharacters(messageOf(error)).trim().replaceAll('\n', '\n    ')}`);
			keep(step, error);
		}
	}
	return result;
}

async function failureOf(step: Step, scene: Scene): Promise<unknown> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		const words = `It was not through after ${stepTimeoutMs / 1000} seconds`;
		timer = setTimeout(() => reject(new Error(words)), stepTimeoutMs);
	});
	try {
		await Promise.race([step.run(scene), late]);
		return undefined;
	} catch (error) {
		return error;
	} finally {
		clearTimeout(timer);
	}
}

/** The stack, for whoever looks into a failure. */
function keep(step: Step, error: unknown): void {
	mkdirSync(logFolder, { recursive: true });
	const stack = error instanceof Error ? error.stack : String(error);
	appendFileSync(join(logFolder, 'e2e.log'), `${step.title}\n${stack}\n\n`);
}
