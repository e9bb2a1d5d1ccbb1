import assert from 'node:assert/strict';
import {
	type CredentialData,
	type CredentialTest,
	saveCredential,
	testCredential,
} from '../../scripts/n8n/credentials';
import type { Scene, Step } from './step';

/** Creates a credential as a person would, its data laid over the good one, and tests it. */
async function testOf(
	{ session, sandbox }: Scene,
	name: string,
	data: CredentialData = {},
): Promise<CredentialTest> {
	const { url, account } = sandbox.dispatch;
	const credential = await saveCredential(session.request, {
		name: `Dispatch ${name}`,
		type: 'cargoPilotDispatchApi',
		data: { baseUrl: url, apiToken: account.apiToken, ...data },
	});
	return await testCredential(session.request, credential);
}

async function testOfStore({ session, sandbox }: Scene, data: CredentialData) {
	const credential = await saveCredential(session.request, {
		name: 'Dispatch store to be tested',
		type: 'cargoPilotDispatchProviderApi',
		data: { ...sandbox.dispatch.account.store, ...data },
	});
	return await testCredential(session.request, credential);
}

function assertRefused({ status, message }: CredentialTest, words: RegExp): void {
	assert.equal(status, 'Error', message);
	assert.match(message, words);
}

/** Where there is nothing; asked for by a step here, and by nothing else. */
export const wrongPath = '/nowhere';

export const dispatchCredentialSteps: Step[] = [
	{
		title: 'Dispatch: a good token is accepted, and an address pasted with /api is no mistake',
		async run(scene) {
			const { url } = scene.sandbox.dispatch;
			for (const baseUrl of [url, `${url}/`, `${url}/api`, ` ${url}/api/ `]) {
				const { status, message } = await testOf(scene, 'with a good token', { baseUrl });
				assert.equal(status, 'OK', `${baseUrl}: ${message}`);
			}
		},
	},
	{
		title: 'Dispatch: a wrong token is told in plain words',
		async run(scene) {
			const { settings } = scene.sandbox.dispatch;
			const wrong = { apiToken: 'not the token' };
			assertRefused(
				await testOf(scene, 'with a wrong token', wrong),
				/Dispatch does not accept this token\. Copy it again/,
			);
			settings.authErrorStatus = 403;
			const refused = await testOf(scene, 'with a wrong token', wrong);
			settings.authErrorStatus = 401;
			assertRefused(refused, /Dispatch refuses access\. .*plan.*copy the token again/);
		},
	},
	{
		title: 'Dispatch: a plan without API access is told as such',
		async run(scene) {
			const { settings } = scene.sandbox.dispatch;
			settings.apiAccess = false;
			const refused = await testOf(scene, 'without API access');
			settings.apiAccess = true;
			assertRefused(refused, /plan of the account must include API access/);
		},
	},
	{
		title: 'Dispatch: an address where there is nothing, or something else, is told as such',
		async run(scene) {
			const { url, faults } = scene.sandbox.dispatch;
			const nothing = { baseUrl: `${url}${wrongPath}` };
			assertRefused(
				await testOf(scene, 'at a wrong address', nothing),
				/no Dispatch API at this address/,
			);
			faults.add({ kind: 'html', status: 200, match: { action: 'workflow.getTriggers' } });
			assertRefused(await testOf(scene, 'behind a proxy'), /does not look like Dispatch/);
		},
	},
	{
		title: 'Dispatch: the form of a store’s secrets is checked, and what it cannot check is said',
		async run(scene) {
			const good = await testOfStore(scene, {});
			assert.equal(good.status, 'OK', good.message);
			assert.match(good.message, /The form is right\. Whether the store accepts them shows when/);
			assertRefused(await testOfStore(scene, { apiKey: '' }), /API Key is empty/);
			const { message } = await testOfStore(scene, { storeUrl: 'store' });
			assert.match(message, /Store URL is not a web address/);
		},
	},
];
