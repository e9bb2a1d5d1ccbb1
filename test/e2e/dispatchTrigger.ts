import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logFolder } from '../../scripts/lib/paths';
import { type Credential, saveCredential } from '../../scripts/n8n/credentials';
import { itemsOf } from '../../scripts/n8n/executions';
import * as workflows from '../../scripts/n8n/workflows';
import { saveSandboxCredentials } from '../../scripts/stage/credentials';
import * as dispatch from './dispatchWorkflow';
import type { Scene, Step } from './step';
import { startsNothing } from './webhook';

const step = (title: string, run: (scene: Scene) => Promise<void>): Step => ({
	title: `Dispatch Trigger: ${title}`,
	run,
});

/** A published workflow for the time of a test. */
async function withListener(
	scene: Scene,
	name: string,
	run: (listener: dispatch.Listener) => Promise<void>,
): Promise<void> {
	const listener = await dispatch.saveListener(scene, name);
	try {
		await dispatch.publish(scene, listener);
		await run(listener);
	} finally {
		await dispatch.removeListener(scene, listener);
	}
}

async function post(url: string, secret?: string): Promise<number> {
	const address = new URL(url);
	if (secret !== undefined) address.searchParams.set('secret', secret);
	const headers = { 'Content-Type': 'application/json' };
	return (await fetch(address, { method: 'POST', headers, body: '{"event":"x"}' })).status;
}

export const dispatchTriggerSteps: Step[] = [
	step('what Dispatch calls with comes out, and the secret is nowhere in n8n', async (scene) => {
		await withListener(scene, 'what comes out', async (listener) => {
			const [registered] = await dispatch.needRegistrations(scene, listener, 1);
			assert.ok(registered);
			let shipment = {};
			const [execution, ...more] = await dispatch.startedBy(scene, listener, async () => {
				shipment = await dispatch.deliver(scene, { note: 'تم التوصيل' });
			});
			assert.ok(execution && more.length === 0, 'one delivery is one execution');
			const { entityType, triggerId } = dispatch.shipmentDelivered;
			const [row] = itemsOf(execution, 'Delivered');
			assert.deepEqual(row, {
				body: {
					event: 'shipment_delivered',
					entityType,
					workflow: { guid: registered.guid, name: registered.name },
					data: shipment,
				},
				entityType,
				triggerId: triggerId.value,
			});
			const secret = dispatch.addressOf(registered).searchParams.get('secret');
			assert.match(String(secret), /^[0-9a-f]{64}$/);
			const { request } = scene.session;
			const places: Array<[string, unknown]> = [
				['the execution', await request('GET', `/rest/executions/${execution.id}`)],
				['the workflow', await request('GET', `/rest/workflows/${listener.workflow.id}`)],
				['the log', readFileSync(join(logFolder, 'e2e-n8n.log'), 'utf8')],
			];
			for (const [place, content] of places) {
				assert.ok(!JSON.stringify(content).includes(String(secret)), `the secret is in ${place}`);
			}
		});
	}),
	step('a call without the secret, or with another, gets 401 and starts nothing', async (scene) => {
		await withListener(scene, 'calls of others', async (listener) => {
			const [registered] = await dispatch.needRegistrations(scene, listener, 1);
			assert.ok(registered);
			const secret = String(dispatch.addressOf(registered).searchParams.get('secret'));
			const calls = async () => [
				await post(listener.url),
				await post(listener.url, ''),
				await post(listener.url, '0'.repeat(64)),
				await post(listener.url, secret.toUpperCase()),
			];
			const statuses = await startsNothing(scene, calls, listener);
			assert.deepEqual(statuses, [401, 401, 401, 401]);
			const { status } = await fetch(dispatch.addressOf(registered), { method: 'POST' });
			assert.equal(status, 200, 'the same call with the secret');
		});
	}),
	step('a test has its own registration, which goes with the test', async (scene) => {
		await withListener(scene, 'tests', async (listener) => {
			const [live] = await dispatch.needRegistrations(scene, listener, 1);
			await dispatch.listen(scene, listener);
			const both = await dispatch.needRegistrations(scene, listener, 2);
			assert.deepEqual(
				both.map((one) => dispatch.addressOf(one).pathname.split('/')[1]),
				['webhook', 'webhook-test'],
			);
			const [first, second] = both.map((one) => dispatch.addressOf(one).searchParams.get('secret'));
			assert.notEqual(first, second, 'the secrets');
			const started = await dispatch.startedBy(scene, listener, async () => {
				await dispatch.deliver(scene);
			});
			const modes = started.map(({ mode }) => mode).sort();
			assert.deepEqual(modes, ['manual', 'webhook']);
			assert.deepEqual(await dispatch.needRegistrations(scene, listener, 1), [live]);

			await dispatch.listen(scene, listener);
			await dispatch.needRegistrations(scene, listener, 2);
			await dispatch.stopListening(scene, listener);
			assert.deepEqual(await dispatch.needRegistrations(scene, listener, 1), [live]);
		});
	}),
	step(
		'a registration that Dispatch refuses says why, and leaves nothing behind',
		async (scene) => {
			const { settings } = scene.sandbox.dispatch;
			settings.webhookUrlField = 'targetUrl';
			let listener = await dispatch.saveListener(scene, 'another name of the address');
			try {
				await assert.rejects(dispatch.listen(scene, listener), /The action needs 'targetUrl'/);
				await dispatch.needRegistrations(scene, listener, 0);
				assert.equal(await post(listener.url.replace('/webhook/', '/webhook-test/')), 404);
				const options = { addressField: 'targetUrl' };
				listener = await dispatch.change(scene, listener, { options });
				await dispatch.publish(scene, listener);
				const all = scene.sandbox.dispatch.store.workflows;
				assert.equal(all.filter(({ action }) => 'targetUrl' in action).length, 1);
			} finally {
				settings.webhookUrlField = 'url';
				await dispatch.removeListener(scene, listener);
			}
			assert.ok(
				scene.sandbox.dispatch.store.workflows.every(({ action }) => !('targetUrl' in action)),
			);
		},
	),
	step(
		'a revoked token is told, and what it left is put right with the next one',
		async (scene) => {
			const { request } = scene.session;
			const { sandbox } = scene;
			const { url } = sandbox.dispatch;
			const save = async (): Promise<Credential> => {
				const { apiToken } = sandbox.dispatch.account;
				const data = { baseUrl: url, apiToken };
				const type = 'cargoPilotDispatchApi';
				return await saveCredential(request, { name: 'Dispatch, token revoked', type, data });
			};
			const listener = await dispatch.saveListener(scene, 'token', { credential: await save() });
			await dispatch.publish(scene, listener);
			const [old] = await dispatch.needRegistrations(scene, listener, 1);
			sandbox.dispatch.revokeTokens();
			await workflows.deactivateWorkflow(request, listener.workflow.id);
			await dispatch.needRegistrations(scene, listener, 1);
			await assert.rejects(
				dispatch.publish(scene, listener),
				/Dispatch refused access\. Invalid or expired token\. Make a new token/,
			);
			assert.equal(await post(listener.url), 404);
			await save();
			await dispatch.publish(scene, listener);
			const [fresh] = await dispatch.needRegistrations(scene, listener, 1);
			assert.notEqual(fresh?.guid, old?.guid);
			await dispatch.removeListener(scene, listener);
			await dispatch.needRegistrations(scene, listener, 0);
			await saveSandboxCredentials(request, sandbox);
		},
	),
];
