import { setTimeout as delay } from 'node:timers/promises';
import { type N8nRequest, N8nApiError } from './session';

export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	webhookId?: string;
	credentials?: Record<string, { id: string; name: string }>;
	[other: string]: unknown;
}

/** A workflow as the editor exports it. */
export interface WorkflowExport {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
}

export interface Workflow extends WorkflowExport {
	id: string;
	versionId: string;
	active: boolean;
}

export async function findWorkflow(
	request: N8nRequest,
	name: string,
): Promise<Workflow | undefined> {
	// n8n's own filter finds names that contain the one asked for.
	const filter = encodeURIComponent(JSON.stringify({ name, isArchived: false }));
	const found = await request<Workflow[]>('GET', `/rest/workflows?filter=${filter}`);
	const hit = found.find((workflow) => workflow.name === name);
	return hit && (await request<Workflow>('GET', `/rest/workflows/${hit.id}`));
}

export async function createWorkflow(
	request: N8nRequest,
	workflow: WorkflowExport,
): Promise<Workflow> {
	return await request('POST', '/rest/workflows', workflow);
}

export async function updateWorkflow(
	request: N8nRequest,
	id: string,
	workflow: WorkflowExport,
): Promise<Workflow> {
	return await request('PATCH', `/rest/workflows/${id}?forceSave=true`, workflow);
}

interface Publication {
	status: 'in_progress' | 'not_published' | 'published' | 'partial' | 'failed';
	liveVersionId: string | null;
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

const publicationTimeoutMs = 30_000;

/**
 * Publishes the saved version and waits until its triggers are live: n8n answers the call before.
 * A trigger that refuses makes this fail, with the trigger's own words.
 */
export async function activateWorkflow(request: N8nRequest, workflow: Workflow): Promise<void> {
	const { id, versionId, name } = workflow;
	const before = await publication(request, id);
	if (before.status === 'published' && before.liveVersionId === versionId) return;
	await request('POST', `/rest/workflows/${id}/activate`, { versionId });
	const until = Date.now() + publicationTimeoutMs;
	while (Date.now() < until) {
		const { status, liveVersionId, triggers } = await publication(request, id);
		if (status === 'published' && liveVersionId === versionId) return;
		if (status === 'failed' || status === 'partial') {
			const words = triggers.map(({ errorMessage }) => errorMessage).filter(Boolean);
			throw new Error(`'${name}' could not be activated: ${words.join('; ')}`);
		}
		await delay(100);
	}
	throw new Error(`'${name}' was not active after ${publicationTimeoutMs / 1000} seconds`);
}

async function publication(request: N8nRequest, id: string): Promise<Publication> {
	try {
		return await request('GET', `/rest/workflows/${id}/publication-status`);
	} catch (error) {
		if (!(error instanceof N8nApiError) || error.status !== 404) throw error;
		return await publicationWithoutService(request, id);
	}
}

/** Where its publication service is switched off, n8n publishes before it answers. */
async function publicationWithoutService(request: N8nRequest, id: string): Promise<Publication> {
	const { activeVersionId } = await request<{ activeVersionId: string | null }>(
		'GET',
		`/rest/workflows/${id}`,
	);
	const status = activeVersionId === null ? 'not_published' : 'published';
	return { status, liveVersionId: activeVersionId, triggers: [] };
}

export async function deactivateWorkflow(request: N8nRequest, id: string): Promise<void> {
	await request('POST', `/rest/workflows/${id}/deactivate`, {});
	const until = Date.now() + publicationTimeoutMs;
	while (Date.now() < until) {
		if ((await publication(request, id)).status === 'not_published') return;
		await delay(100);
	}
}

/** n8n deletes only what was archived first, and what is no longer live. */
export async function deleteWorkflow(request: N8nRequest, id: string): Promise<void> {
	await request('POST', `/rest/workflows/${id}/archive`, {});
	const until = Date.now() + publicationTimeoutMs;
	for (;;) {
		try {
			await request('DELETE', `/rest/workflows/${id}`);
			return;
		} catch (error) {
			const stillGoing = error instanceof N8nApiError && error.status === 409;
			if (!stillGoing || Date.now() > until) throw error;
			await delay(200);
		}
	}
}

/** Runs a workflow from a trigger that needs no event: Manual Trigger, Schedule. */
export async function runWorkflow(
	request: N8nRequest,
	id: string,
	triggerName: string,
): Promise<string> {
	const { executionId } = await request<{ executionId: string }>(
		'POST',
		`/rest/workflows/${id}/run`,
		{ triggerToStartFrom: { name: triggerName } },
	);
	return executionId;
}

/**
 * Waits until a production webhook is there. After a start n8n says that a workflow is published
 * before it listens again. The call carries no signature: a signed webhook refuses it.
 */
export async function webhookAnswers(address: string): Promise<void> {
	const until = Date.now() + publicationTimeoutMs;
	while (Date.now() < until) {
		const { status } = await fetch(address, { method: 'POST' });
		if (status !== 404) return;
		await delay(100);
	}
	throw new Error(`Nothing answers at ${address}`);
}

/** The address that the world calls. `path` is the one in the trigger's description. */
export function webhookUrl(url: string, webhookId: string, path: string): string {
	return `${url}/webhook/${webhookId}/${path}`;
}
