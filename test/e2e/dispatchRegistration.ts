import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import * as workflows from '../../scripts/n8n/workflows';
import type { Workflow as Registration } from '../../sandbox/dispatch/types';
import * as dispatch from './dispatchWorkflow';
import type { Scene, Step } from './step';

const guidsOf = (all: readonly Registration[]) => all.map(({ guid }) => guid);

/** A trigger that looks asks for the lists of all entity types. */
const LISTS = 4;

/** Longer than n8n takes, once it answers, to get to its triggers. */
const SETTLED_MS = 3_000;

/** Restarts n8n, and makes sure that nothing changed in Dispatch; gives how many triggers looked there. */
async function restart(scene: Scene): Promise<number> {
	const { store, requests } = scene.sandbox.dispatch;
	const before = structuredClone(store.workflows);
	const sentBefore = requests.length;
	await scene.restartN8n();
	await delay(SETTLED_MS);
	const sent = requests.slice(sentBefore);
	const looks = sent.filter(({ action }) => action === 'workflow.getAll');
	const others = sent.filter((request) => !looks.includes(request));
	assert.deepEqual(others, [], 'what was sent but looks');
	assert.deepEqual(store.workflows, before);
	return looks.length / LISTS;
}

/** Two that look like ours, and one of a person. */
function addForeign({ sandbox }: Scene, { name, ...ours }: Registration): Registration[] {
	const tags = /\[(\w{8}) (\w{8})\]$/.exec(name);
	assert.ok(tags, `no tags in ‘${name}’`);
	const [, , content] = tags;
	const names = [`n8n: Delivered [0a1b2c3d ${content}]`, 'n8n: Delivered', 'Tell the warehouse'];
	const foreign = names.map((called, index) => ({
		...ours,
		guid: `foreign-${index}`,
		name: called,
		action: { type: 'webhook' as const, url: `https://other.example/webhook/${index}` },
		isActive: false,
	}));
	sandbox.dispatch.store.workflows.push(...foreign);
	return foreign;
}

/**
 * From publishing to unpublishing, with restarts between: what is registered in Dispatch at each step.
 *
 * @param looksAtStart whether this n8n has its triggers look when it starts. 2.41 does so only where its
 * publication service is switched off.
 */
export function registrationSteps(restarts: number, looksAtStart = false): Step[] {
	let listener: dispatch.Listener | undefined;
	let foreign: Registration[] = [];
	let first: Registration | undefined;
	const live = (): dispatch.Listener => {
		assert.ok(listener, 'nothing is published: an earlier step failed');
		return listener;
	};
	const step = (title: string, run: (scene: Scene) => Promise<void>): Step => ({
		title: `Dispatch: ${title}`,
		run,
	});
	const needStarted = async (scene: Scene, times: number) => {
		const started = await dispatch.startedBy(scene, live(), async () => {
			await dispatch.deliver(scene);
		});
		assert.equal(started.length, times, 'executions of one delivery');
	};

	return [
		step(
			'publishing registers exactly one workflow there, which starts this one',
			async (scene) => {
				listener = await dispatch.saveListener(scene, 'registrations');
				await dispatch.needRegistrations(scene, live(), 0);
				await dispatch.publish(scene, live());
				[first] = await dispatch.needRegistrations(scene, live(), 1);
				assert.ok(first?.isActive);
				assert.match(first.name, /^n8n: Delivered \[[0-9a-f]{8} [0-9a-f]{8}\]$/);
				foreign = addForeign(scene, first);
				await needStarted(scene, 1);
			},
		),
		...Array.from({ length: restarts }, (_, index) =>
			step(
				`restart ${index + 1} of n8n keeps exactly that one, and changes nothing`,
				async (scene) => {
					assert.equal((await restart(scene)) > 0, looksAtStart, 'whether the trigger looked');
				},
			),
		),
		step('after the restarts a delivery still starts the workflow, once', async (scene) => {
			await workflows.webhookAnswers(live().url);
			assert.deepEqual(guidsOf(dispatch.registrationsOf(scene, live())), [first?.guid]);
			await needStarted(scene, 1);
		}),
		step('a new name of the node, published, leaves exactly one', async (scene) => {
			const { workflow } = live();
			const nodes = workflow.nodes.map((node) => ({ ...node, name: 'Parcel Is There' }));
			const { name, connections, settings } = workflow;
			const renamed = { name, nodes, connections, settings };
			const { request } = scene.session;
			listener = {
				...live(),
				workflow: await workflows.updateWorkflow(request, workflow.id, renamed),
			};
			await dispatch.publish(scene, live());
			await dispatch.needRegistrations(scene, live(), 1);
			await needStarted(scene, 1);
		}),
		step('another entity type, published, leaves exactly one, of that type', async (scene) => {
			listener = await dispatch.change(scene, live(), dispatch.orderCreated);
			await dispatch.publish(scene, live());
			const [registered] = await dispatch.needRegistrations(scene, live(), 1);
			assert.equal(registered?.trigger, 'order_created');
		}),
		step('unpublishing leaves none, and what is another’s is there as before', async (scene) => {
			await workflows.deactivateWorkflow(scene.session.request, live().workflow.id);
			await dispatch.needRegistrations(scene, live(), 0);
			const { store } = scene.sandbox.dispatch;
			for (const one of foreign) {
				assert.deepEqual(store.findWorkflow(one.guid), one);
				store.removeWorkflow(one);
			}
			await dispatch.removeListener(scene, live());
		}),
	];
}
