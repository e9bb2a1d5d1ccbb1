import type { IDataObject } from 'n8n-workflow';
import { CargoPilotDispatchApi } from '../../credentials/CargoPilotDispatchApi.credentials';
import { DispatchTrigger } from '../../nodes/Dispatch/DispatchTrigger.node';
import { startDispatch } from '../../sandbox/dispatch';
import { TRIGGERS } from '../../sandbox/dispatch/triggers';
import { createReceiver } from '../shared/webhookContext';

/** The sandbox's Dispatch, a new one for each test. */
export let dispatch: Awaited<ReturnType<typeof startDispatch>>;
beforeEach(async () => (dispatch = await startDispatch({ seed: 'empty' })));
afterEach(async () => await dispatch.close());

export const DELIVERED = TRIGGERS.Shipment.find(({ code }) => code === 'shipment_delivered')?.guid;

/** Where a trigger stands, if that matters. */
export type Standing = Pick<Parameters<typeof createReceiver>[0], 'workflowId' | 'settings'>;

/** The trigger, in a workflow of its own where nothing else is said. */
export function receiver(
	parameters: IDataObject = {},
	apiToken = dispatch.account.apiToken,
	standing: Standing = {},
) {
	return createReceiver({
		...standing,
		node: DispatchTrigger,
		credentialTypes: [CargoPilotDispatchApi],
		credentials: { cargoPilotDispatchApi: { baseUrl: dispatch.url, apiToken } },
		parameters: {
			entityType: 'Shipment',
			triggerId: { __rl: true, mode: 'list', value: DELIVERED },
			conditions: { values: [{ field: 'status', value: 'delivered' }] },
			options: {},
			...parameters,
		},
	});
}

type Receiver = ReturnType<typeof receiver>;

/** As n8n does on activation. */
export async function activate(node: Receiver, how: { isTest?: boolean } = {}): Promise<void> {
	if (!(await node.hook('checkExists', how))) await node.hook('create', how);
}

export const registered = () => dispatch.store.workflows;
export const addressOf = (index = 0) => new URL(String(registered()[index].action.url));
export const writes = () => dispatch.requests.filter(({ method }) => method !== 'GET').length;
