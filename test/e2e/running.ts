import assert from 'node:assert/strict';
import { type Execution, finishedExecution, runWorkflow } from '../../scripts/n8n/client';
import type { Example } from '../../scripts/stage/examples';
import { failureOf } from '../../scripts/stage/orders';
import { needExamples, type Scene } from './step';

export function exampleIn(scene: Scene, file: string): Example {
	const example = needExamples(scene).find((candidate) => candidate.file === file);
	assert.ok(example, `${file} was not imported`);
	return example;
}

/** Runs an example from one of its triggers to a good end. */
export async function runFrom(
	scene: Scene,
	{ workflow }: Example,
	trigger: string,
): Promise<Execution> {
	const { request } = scene.session;
	const id = await runWorkflow(request, workflow.id, trigger);
	const execution = await finishedExecution(request, id);
	assert.equal(failureOf(execution), undefined);
	return execution;
}
