import assert from 'node:assert/strict';
import { type CredentialData, saveCredential, testCredential } from '../../scripts/n8n/credentials';
import { elryanLogin } from '../../scripts/stage/credentials';
import type { Scene, Step } from './step';

/** Creates a credential as a person would, its data laid over the good login, for testing it. */
async function elryanCredential({ session, sandbox }: Scene, name: string, data: CredentialData) {
	const credential = await saveCredential(session.request, {
		name,
		type: 'elryanApi',
		data: { ...elryanLogin(sandbox.elryan), ...data },
	});
	return async () => await testCredential(session.request, credential);
}

const wrongLoginPath = '/nowhere/token';

/** Where there is nothing; asked for by the steps here, and by nothing else. */
export const wrongPaths: readonly string[] = [`/api${wrongLoginPath}`, '/brands/search'];

export const elryanCredentialSteps: Step[] = [
	{
		title: 'Elryan: a wrong password is told in plain words, and not tried twice',
		async run(scene) {
			const wrong = { password: 'not the password' };
			const test = await elryanCredential(scene, 'Elryan with a wrong password', wrong);
			const before = scene.sandbox.elryan.loginCount;
			for (const { status, message } of [await test(), await test()]) {
				assert.equal(status, 'Error');
				assert.match(message, /Elryan does not accept this email and password/);
			}
			assert.equal(scene.sandbox.elryan.loginCount - before, 1, 'logins tried');
		},
	},
	{
		title: 'Elryan: a wrong login path is told as such',
		async run(scene) {
			const wrong = { loginPath: wrongLoginPath };
			const test = await elryanCredential(scene, 'Elryan with a wrong path', wrong);
			const { status, message } = await test();
			assert.equal(status, 'Error');
			assert.match(message, /Elryan has no login at this path/);
		},
	},
	{
		title: 'Elryan: a pasted token needs no login',
		async run(scene) {
			const { account } = scene.sandbox.elryan;
			const before = scene.sandbox.elryan.loginCount;
			const pasted = { authentication: 'apiToken', apiToken: account.apiToken };
			const { status, message } = await (
				await elryanCredential(scene, 'Elryan with a token', pasted)
			)();
			assert.equal(status, 'OK', message);
			assert.equal(scene.sandbox.elryan.loginCount - before, 0, 'logins tried');
		},
	},
	{
		title: 'Elryan: a wrong pasted token is told in plain words, in whatever way it is refused',
		async run(scene) {
			const { settings } = scene.sandbox.elryan;
			const wrong = { authentication: 'apiToken', apiToken: 'not the token' };
			const test = await elryanCredential(scene, 'Elryan with a wrong token', wrong);
			const { authErrorStatus } = settings;
			for (const refusedWith of [401, 403, 200]) {
				settings.authErrorStatus = refusedWith;
				const { status, message } = await test();
				settings.authErrorStatus = authErrorStatus;
				assert.equal(status, 'Error', `refused with ${refusedWith}`);
				assert.match(message, /Elryan does not accept this token\. .*copy it again/);
			}
		},
	},
	{
		title: 'Elryan: an address without the API is told as such',
		async run(scene) {
			const { account, url } = scene.sandbox.elryan;
			const elsewhere = {
				authentication: 'apiToken',
				apiToken: account.apiToken,
				baseUrl: url.replace(/\/api$/, ''),
			};
			const test = await elryanCredential(scene, 'Elryan at a wrong address', elsewhere);
			const { status, message } = await test();
			assert.equal(status, 'Error');
			assert.match(message, /no Elryan API at this address/);
		},
	},
];
