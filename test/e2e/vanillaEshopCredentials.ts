import assert from 'node:assert/strict';
import {
	type Credential,
	type CredentialData,
	saveCredential,
	testCredential,
} from '../../scripts/n8n/credentials';
import type { Scene, Step } from './step';

/** Creates a credential as a person would, with the sandbox's address and secrets. */
export async function vanillaEshopCredential(
	{ session, sandbox }: Scene,
	name: string,
	data: CredentialData,
): Promise<Credential> {
	const { account, url } = sandbox.vanillaEshop;
	return await saveCredential(session.request, {
		name,
		type: 'vanillaEshopApi',
		data: { baseUrl: url, authentication: 'none', ...account, ...data },
	});
}

async function tested(scene: Scene, name: string, data: CredentialData) {
	const credential = await vanillaEshopCredential(scene, name, data);
	return await testCredential(scene.session.request, credential);
}

type Settings = Scene['sandbox']['vanillaEshop']['settings'];

/** Lets VanillaEshop ask for something while `look` looks. */
export async function whileItAsks(
	{ sandbox }: Scene,
	wanted: Partial<Settings>,
	look: () => Promise<void>,
): Promise<void> {
	const { settings } = sandbox.vanillaEshop;
	const before = { ...settings };
	Object.assign(settings, wanted);
	try {
		await look();
	} finally {
		Object.assign(settings, before);
	}
}

const SECRETS = {
	header: { headerSecret: 'not the secret' },
	bearer: { bearerToken: 'not the token' },
	basic: { password: 'not the password' },
};

const secretKinds = ['header', 'bearer', 'basic'] as const;

/** What the test says, by the status that a secret is refused with. */
const REFUSALS: Array<[authErrorStatus: number, words: RegExp]> = [
	[401, /asks for authentication, or does not accept what is entered here/],
	[403, /does not allow this/],
	[302, /leads to a login page, VanillaEshop asks for authentication/],
];

const nowhere = '/nowhere';

/** Where there is nothing; asked for by the step here, and by nothing else. */
export const wrongPaths: readonly string[] = [`${nowhere}/v1/in/order/0`];

export const vanillaEshopCredentialSteps: Step[] = [
	{
		title: 'VanillaEshop: each kind of authentication is tested, an order that is missing is good',
		async run(scene) {
			for (const authentication of ['none', ...secretKinds] as const) {
				await whileItAsks(scene, { authentication }, async () => {
					const name = `VanillaEshop with authentication ${authentication}`;
					const { status, message } = await tested(scene, name, { authentication });
					assert.equal(status, 'OK', `${authentication}: ${message}`);
				});
			}
		},
	},
	{
		title: 'VanillaEshop: a wrong secret is told in plain words, in whatever way it is refused',
		async run(scene) {
			for (const authentication of secretKinds) {
				for (const [authErrorStatus, words] of REFUSALS) {
					await whileItAsks(scene, { authentication, authErrorStatus }, async () => {
						const wrong = { authentication, ...SECRETS[authentication] };
						const { status, message } = await tested(scene, 'VanillaEshop, wrong secret', wrong);
						assert.equal(status, 'Error', `${authentication} refused with ${authErrorStatus}`);
						assert.match(message, words);
					});
				}
			}
		},
	},
	{
		title: 'VanillaEshop: an address without the API is told as such',
		async run(scene) {
			const { sandbox, n8n } = scene;
			const elsewhere = [n8n.url, sandbox.vanillaEshop.url + nowhere];
			for (const baseUrl of elsewhere) {
				const { status, message } = await tested(scene, 'VanillaEshop elsewhere', { baseUrl });
				assert.equal(status, 'Error', baseUrl);
				assert.match(message, /VanillaEshop's API is not at this address/);
			}
		},
	},
];
