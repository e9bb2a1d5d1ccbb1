import type { IDataObject, INode } from 'n8n-workflow';
import { EdumallsApi } from '../../credentials/EdumallsApi.credentials';
import { Edumalls } from '../../nodes/Edumalls/Edumalls.node';
import { forgetLogins } from '../../nodes/shared/login';
import { startSandbox } from '../../sandbox';
import { createEngine } from '../engine';

/** The sandbox's Edumalls and n8n's engine with the Edumalls node in it, logged in by password. */
export async function openEdumalls(options: Parameters<typeof startSandbox>[0] = {}) {
	forgetLogins();
	const { edumalls, close } = await startSandbox(options);
	const engine = createEngine({
		nodes: [Edumalls],
		credentialTypes: [EdumallsApi],
		credentials: {
			edumallsApi: {
				environment: 'custom',
				baseUrl: edumalls.url,
				sessionToken: '',
				...edumalls.account,
			},
		},
	});
	return {
		edumalls,
		close,
		async run(
			resource: string,
			operation: string,
			parameters: IDataObject,
			input: IDataObject[] = [{}],
			onError?: INode['onError'],
		) {
			return await engine.run(
				'edumalls',
				{ parameters: { resource, operation, options: {}, ...parameters }, onError },
				input,
			);
		},
	};
}

/** The value of a resource locator. */
export const by = (mode: string, value: unknown) => ({ __rl: true, mode, value }) as IDataObject;
