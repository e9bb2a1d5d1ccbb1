import assert from 'node:assert/strict';
import { type CredentialData, saveCredential, testCredential } from '../../scripts/n8n/credentials';
import { printXpandKeys } from '../../scripts/stage/credentials';
import { eventually } from '../../scripts/stage/orders';
import type { Scene, Step } from './step';

const elsewhere = '/nowhere';

/** Where there is no such API; asked for by the steps here, and by nothing else. */
export const isWrongPath = (path: string): boolean => path.startsWith(elsewhere);

/** Creates a credential as a person would, its data laid over the good keys, and tests it. */
async function tested(scene: Scene, name: string, data: CredentialData = {}) {
	const { session, sandbox } = scene;
	const credential = await saveCredential(session.request, {
		name: `PrintXpand ${name}`,
		type: 'printXpandApi',
		data: { ...printXpandKeys(sandbox.printXpand), ...data },
	});
	return await testCredential(session.request, credential);
}

/** A credential that is not right, and what the editor is to say of it. */
const wrongs: Array<[name: string, data: (scene: Scene) => CredentialData, words: RegExp]> = [
	[
		'with a signature method that the shop does not take',
		() => ({ signatureMethod: 'HMAC-SHA1' }),
		/does not take this signature method\..* Choose HMAC-SHA256/,
	],
	[
		'with a wrong consumer secret',
		() => ({ consumerSecret: 'w'.repeat(32) }),
		/does not accept the signature\..* Check Consumer Secret and Access Token Secret/,
	],
	[
		'with a consumer key that the shop does not know',
		() => ({ consumerKey: 'w'.repeat(32) }),
		/does not know the consumer key\./,
	],
	[
		'with a wrong access token',
		() => ({ accessToken: 'w'.repeat(32) }),
		/does not accept the access token\./,
	],
	[
		'with an address that lacks https://',
		() => ({ baseUrl: 'shop.example' }),
		/'Base URL' is not a URL\..*should begin with https/,
	],
	[
		'at an address without PrintXpand',
		({ sandbox }) => ({ baseUrl: sandbox.printXpand.url + elsewhere }),
		/has no PrintXpand API at this address\..* Check the Base URL/,
	],
];

const wrongSteps = wrongs.map(([name, data, words]): Step => ({
	title: `PrintXpand: a credential ${name} is told as such`,
	async run(scene) {
		const { status, message } = await tested(scene, name, data(scene));
		assert.equal(status, 'Error');
		assert.match(message, words);
	},
}));

/** Waits until the editor's test says this: what it found a moment ago it may say again. */
async function comesToSay(scene: Scene, words: RegExp): Promise<void> {
	let said = '';
	const found = await eventually(async () => {
		const { status, message } = await tested(scene, 'with the good keys');
		said = `${status}: ${message}`;
		return words.test(said) ? true : undefined;
	}, 15_000);
	assert.ok(found, `the editor says ‘${said}’`);
}

export const printXpandCredentialSteps: Step[] = [
	{
		title: 'PrintXpand: the keys of the shop’s integration are accepted',
		async run(scene) {
			const { status, message } = await tested(scene, 'with the good keys');
			assert.equal(status, 'OK', message);
		},
	},
	...wrongSteps,
	{
		title: 'PrintXpand: an integration without the permission is told as such',
		async run(scene) {
			const { settings } = scene.sandbox.printXpand;
			settings.withheldResources = ['Magento_Customer::manage'];
			const { status, message } = await tested(scene, 'with the good keys');
			settings.withheldResources = [];
			assert.equal(status, 'Error');
			assert.match(message, /keys are right, but the integration may not use/);
		},
	},
	{
		title: 'PrintXpand: a clock that is ahead is told as such, and the keys are good again after',
		async run(scene) {
			const { clock } = scene.sandbox.printXpand;
			clock.advance(-20 * 60_000);
			try {
				await comesToSay(scene, /^Error: The shop refuses the time of the request\..* clock/);
			} finally {
				clock.reset();
			}
			await comesToSay(scene, /^OK/);
		},
	},
	{
		title: 'PrintXpand: the form of the webhook’s secret is looked at',
		async run({ session }) {
			const formOf = async (secret: string) => {
				const name = `PrintXpand secret of ${secret.length} characters`;
				const wanted = { name, type: 'printXpandWebhookApi', data: { secret } };
				return await testCredential(session.request, await saveCredential(session.request, wanted));
			};
			assert.deepEqual(await formOf('s'.repeat(32)), {
				status: 'OK',
				message: 'The form is right.',
			});
			assert.match((await formOf('short')).message, /It is short/);
			assert.deepEqual(await formOf(' '), { status: 'Error', message: 'The secret is empty' });
		},
	},
];
