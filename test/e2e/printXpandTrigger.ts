import assert from 'node:assert/strict';
import { itemsOf, finishedExecution, listExecutions } from '../../scripts/n8n/client';
import { designerSecret } from '../../scripts/stage/credentials';
import type { Example } from '../../scripts/stage/examples';
import { eventually, failureOf } from '../../scripts/stage/orders';
import { tableRows } from './dataTable';
import { exampleIn } from './running';
import type { Scene, Step } from './step';
import { startsNothing } from './webhook';

const productId = 91001;

const designersIn = (scene: Scene): Example => exampleIn(scene, 'printxpand-designer.json');

/** The address as PrintXpand is given it. */
function addressIn(scene: Scene, secret?: string): string {
	const { trigger } = designersIn(scene);
	assert.equal(trigger?.by, 'webhook');
	return secret === undefined ? trigger.url : `${trigger.url}?secret=${secret}`;
}

/** The designer area of the product is set up; comes back when the workflow is through. */
async function setUp(scene: Scene, enableProductDesigner: 0 | 1) {
	const { sandbox, session } = scene;
	const { id: workflow } = designersIn(scene).workflow;
	const newest = async () => (await listExecutions(session.request, workflow))[0]?.id;
	const before = await newest();
	const call = await sandbox.printXpand.sendDesigner({
		url: addressIn(scene, designerSecret),
		integrationProductId: productId,
		enableProductDesigner,
	});
	assert.deepEqual([call.status, call.answer], [200, '[{"response":"success"}]']);
	assert.ok(call.accepted);
	const started = await eventually(async () => {
		const id = await newest();
		return id === before ? undefined : id;
	});
	assert.ok(started, 'no execution was started');
	const execution = await finishedExecution(session.request, started);
	assert.equal(failureOf(execution), undefined);
	return execution;
}

const acceptedStep: Step = {
	title:
		'PrintXpand’s designer: answered exactly as documented, one row a product, a mail each time',
	async run(scene) {
		const { sandbox, session } = scene;
		const mails = sandbox.mail.messages.length;
		const execution = await setUp(scene, 1);
		const [out] = itemsOf(execution, 'Designer Set Up');
		assert.deepEqual(Object.keys(out ?? {}).sort(), [
			'designerUrl',
			'enableProductDesigner',
			'imageUrl',
			'integrationProductId',
		]);
		await setUp(scene, 0);
		const rows = await tableRows(session.request, 'printxpand_designers');
		const [row, ...more] = rows.filter(({ product_id }) => product_id === String(productId));
		assert.equal(more.length, 0, 'further rows of the product');
		assert.equal(row?.designer_url, out?.designerUrl);
		assert.equal(row?.image_url, out?.imageUrl);
		assert.equal(row?.enabled, 'no', 'the row is not renewed');
		assert.ok(Date.parse(String(row?.set_up_at)) > 0, 'the row has no time');
		const got = sandbox.mail.messages.slice(mails);
		assert.deepEqual(
			got.map(({ subject, to }) => [subject, ...to]),
			['on', 'off'].map((state) => [
				`Product ${productId}: the designer is ${state}`,
				'print@shop.example',
			]),
		);
		for (const { source } of got) assert.ok(source.includes(String(out?.designerUrl)));
	},
};

/** Broken JSON that calls itself JSON is not among them: n8n answers that with 422 before the node is asked. */
const wrongShapes = [
	['application/json', '{"image_url":"https://shop.example/a.png"}'],
	['application/json', '[]'],
	['text/plain', 'no JSON'],
] as const;

async function assertRefused(
	scene: Scene,
	status: number,
	send: () => Promise<{ status?: number }>,
): Promise<void> {
	const answer = await startsNothing(scene, send, designersIn(scene));
	assert.equal(answer.status, status);
}

const refusedStep: Step = {
	title: 'PrintXpand’s designer: without the secret 401, in another shape 400, and nothing starts',
	async run(scene) {
		const { printXpand } = scene.sandbox;
		const send = (url: string) => async () => await printXpand.sendDesigner({ url });
		await assertRefused(scene, 401, send(addressIn(scene)));
		await assertRefused(scene, 401, send(addressIn(scene, 'not-the-secret')));
		for (const [type, body] of wrongShapes) {
			const url = addressIn(scene, designerSecret);
			const headers = { 'Content-Type': type };
			const post = async () => await fetch(url, { method: 'POST', headers, body });
			await assertRefused(scene, 400, post);
		}
	},
};

const secretStep: Step = {
	title:
		'PrintXpand’s designer: the secret is in no execution, exported workflow, mail, row or log',
	async run(scene) {
		const { session, n8n, sandbox } = scene;
		const { request } = session;
		const { id: workflow } = designersIn(scene).workflow;
		const executions = await listExecutions(request, workflow);
		assert.ok(executions.length > 0, 'there is no execution yet');
		const places: Array<[string, unknown]> = [
			['the workflow', await request('GET', `/rest/workflows/${workflow}`)],
			['the data table', await tableRows(request, 'printxpand_designers')],
			['the mails', sandbox.mail.messages],
			['n8n’s log', n8n.logTail(Infinity)],
		];
		for (const { id } of executions) {
			places.push([`execution ${id}`, await request('GET', `/rest/executions/${id}`)]);
		}
		const { consumerSecret, accessTokenSecret } = sandbox.printXpand.account;
		for (const [place, content] of places) {
			const text = JSON.stringify(content);
			assert.ok(text.length > 2, `${place}: there is nothing to look at`);
			for (const secret of [designerSecret, consumerSecret, accessTokenSecret]) {
				assert.ok(!text.includes(secret), `a secret is in ${place}`);
			}
		}
	},
};

export const printXpandTriggerSteps: Step[] = [acceptedStep, refusedStep, secretStep];
