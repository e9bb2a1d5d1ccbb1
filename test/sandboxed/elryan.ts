import { startSandbox } from '../../sandbox';
import { openService } from './service';

/** The sandbox's Elryan and n8n's engine with the Elryan node in it, logged in by password. */
export async function openElryan(options: Parameters<typeof startSandbox>[0]) {
	const { elryan, close } = await startSandbox(options);
	const { email, password } = elryan.account;
	const { run } = openService('Elryan', {
		elryanApi: {
			environment: 'custom',
			baseUrl: elryan.url,
			authentication: 'emailPassword',
			email,
			password,
			loginPath: '/users/token',
			sessionToken: '',
		},
	});
	return { elryan, close, run };
}
