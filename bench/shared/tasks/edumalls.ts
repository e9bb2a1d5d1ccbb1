import type { IDataObject } from 'n8n-workflow';
import { at } from '../../../nodes/shared/call';
import type { EdumallsSandbox } from '../../../sandbox';
import { startEdumalls } from '../../../sandbox/edumalls';
import { unusedPort } from '../ports';
import type { HttpCall, NodeCall, Stage } from '../stage';

const ROOT = '/rest/V1/integration/seller';

/** What a task at Edumalls is made of, beside what all of them share. */
interface Making {
	shop: EdumallsSandbox;
	resource: 'order' | 'product';
	operation: string;
	/** The `action` of the request's body. */
	action: string;
	parameters: IDataObject;
	/** The body's `data`, as the inside of an object literal in an expression. */
	data: string;
	/** Dot path in the logged body of what tells one call from another. */
	callOf: string;
	input: IDataObject[];
	truth: Stage['truth'];
	pages?: HttpCall['pages'];
}

/** An empty Edumalls for one cell. */
export const openEdumalls = async (): Promise<EdumallsSandbox> =>
	await startEdumalls({ seed: 'empty', port: await unusedPort() });

async function tokenOf({ url, account }: EdumallsSandbox): Promise<string> {
	const response = await fetch(`${url}${ROOT}/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(account),
	});
	return String(await response.json());
}

const credentialsOf =
	({ account }: EdumallsSandbox, token: string): NodeCall['credentials'] =>
	(baseUrl) => ({
		edumallsApi: { environment: 'custom', baseUrl, ...account, sessionToken: token },
	});

/** The stage of a task at Edumalls, with a token in hand. */
export async function edumallsStage(making: Making): Promise<Stage> {
	const { shop, resource, operation, action, parameters, data, callOf, input, truth, pages } =
		making;
	const token = await tokenOf(shop);
	return {
		shop,
		edumalls: shop,
		token,
		action,
		input,
		callOf: ({ body }) => JSON.stringify(at(body, callOf)),
		perRequest: 1,
		node: {
			folder: 'Edumalls',
			resource,
			operation,
			parameters,
			credentials: credentialsOf(shop, token),
		},
		http: {
			method: 'POST',
			path: `${ROOT}/${resource}`,
			body: `={{ JSON.stringify({ action: '${action}', data: { ${data} } }) }}`,
			pages,
		},
		truth,
	};
}
