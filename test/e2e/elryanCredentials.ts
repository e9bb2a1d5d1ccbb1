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

/** Asked for by a step here, and by nothing else. */
export const wrongLoginPath = '/nowhere/token';

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
		title: 'Elryan: a pasted token needs no login; a wrong one is refused',
		async run(scene) {
			const { account } = scene.sandbox.elryan;
			const pasted = (apiToken: string) => ({ authentication: 'apiToken', apiToken });
			const good = pasted(account.apiToken);
			const before = scene.sandbox.elryan.loginCount;
			const right = await (await elryanCredential(scene, 'Elryan with a token', good))();
			assert.equal(right.status, 'OK', right.message);
			const bad = pasted('not the token');
			const wrong = await (await elryanCredential(scene, 'Elryan with a wrong token', bad))();
			assert.equal(wrong.status, 'Error');
			assert.equal(scene.sandbox.elryan.loginCount - before, 0, 'logins tried');
		},
	},
];
