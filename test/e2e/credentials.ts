import assert from 'node:assert/strict';
import { saveCredential, testCredential } from '../../scripts/n8n/credentials';
import { saveSandboxCredentials } from '../../scripts/stage/credentials';
import { dispatchCredentialSteps } from './dispatchCredentials';
import { elryanCredentialSteps } from './elryanCredentials';
import { printXpandCredentialSteps } from './printXpandCredentials';
import { needCredentials, type Scene, type Step } from './step';
import { vanillaEshopCredentialSteps } from './vanillaEshopCredentials';

async function testOf(scene: Scene, type: string) {
	const credential = needCredentials(scene).get(type);
	assert.ok(credential, `There is no credential of type ${type}`);
	return await testCredential(scene.session.request, credential);
}

export const credentialSteps: Step[] = [
	{
		title: 'credentials are created, and a second time brought up to date instead of doubled',
		async run(scene) {
			const { request } = scene.session;
			const first = await saveSandboxCredentials(request, scene.sandbox);
			scene.credentials = await saveSandboxCredentials(request, scene.sandbox);
			const ids = (all: typeof first) => [...all.values()].map(({ id }) => id);
			assert.deepEqual(ids(scene.credentials), ids(first));
		},
	},
	{
		title: 'the editor’s own test accepts the seller’s logins',
		async run(scene) {
			for (const type of ['edumallsApi', 'elryanApi', 'vanillaEshopApi']) {
				const { status, message } = await testOf(scene, type);
				assert.equal(status, 'OK', message);
			}
		},
	},
	{
		title: 'the editor’s own test accepts the webhook’s signing secret',
		async run(scene) {
			const { status, message } = await testOf(scene, 'edumallsWebhookApi');
			assert.equal(status, 'OK', message);
		},
	},
	{
		title: 'a wrong password is told in plain words, and not tried twice',
		async run(scene) {
			const { session, sandbox } = scene;
			const { url, account } = sandbox.edumalls;
			const credential = await saveCredential(session.request, {
				name: 'Edumalls with a wrong password',
				type: 'edumallsApi',
				data: { environment: 'custom', baseUrl: url, ...account, password: 'not the password' },
			});
			const before = sandbox.edumalls.loginCount;
			const first = await testCredential(session.request, credential);
			const second = await testCredential(session.request, credential);
			for (const { status, message } of [first, second]) {
				assert.equal(status, 'Error');
				assert.match(message, /does not accept this email and password/);
			}
			assert.equal(sandbox.edumalls.loginCount - before, 1, 'logins tried');
		},
	},
	...elryanCredentialSteps,
	...vanillaEshopCredentialSteps,
	...printXpandCredentialSteps,
	...dispatchCredentialSteps,
];
