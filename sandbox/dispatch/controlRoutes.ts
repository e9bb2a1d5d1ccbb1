import type { ControlCall, ControlRoutes } from '../shared/control';
import { basicControls } from '../shared/controlBasics';
import { ControlError } from '../shared/controlError';
import { onlyFields, textOf } from '../shared/controlInput';
import { isObject } from '../shared/json';
import type { DispatchSandbox } from './index';
import { checkSetting, DEFAULT_SETTINGS } from './settings';
import { TRIGGERS } from './triggers';
import { ENTITY_TYPES, isEntityType, type Entity, type EntityType, type Workflow } from './types';

type Call = ControlCall<DispatchSandbox>;

export const controlRoutes: ControlRoutes<DispatchSandbox> = {
	'GET /_sandbox': ({ sandbox }) => overview(sandbox),

	'GET /_sandbox/workflows': ({ sandbox }) => sandbox.store.workflows,
	'POST /_sandbox/workflows/:id/pause': (call) => {
		const workflow = workflowOf(call);
		call.sandbox.pauseNext(workflow.guid);
		return { ok: true, pausesAt: `the next ${workflow.trigger}` };
	},
	'GET /_sandbox/runs': ({ sandbox }) => sandbox.runs,
	'GET /_sandbox/outbox': ({ sandbox }) => sandbox.outbox,
	'GET /_sandbox/deliveries': ({ sandbox }) => sandbox.deliveries,
	'GET /_sandbox/integrations': ({ sandbox }) => sandbox.store.integrations,
	'GET /_sandbox/subscriptions': ({ sandbox }) => sandbox.store.subscriptions,

	'GET /_sandbox/entities/:entityType': (call) => call.sandbox.store.entities[typeOf(call.params)],
	'POST /_sandbox/entities/:entityType': async ({ sandbox, body, params }) => {
		const status = textOf(body, 'status');
		return await sandbox.create(typeOf(params), { ...body, status });
	},
	'POST /_sandbox/entities/:entityType/:id/status': async ({ sandbox, body, params }) => {
		onlyFields(body, ['status']);
		const status = textOf(body, 'status');
		if (status === undefined) throw new ControlError("'status' is missing, such as delivered");
		const type = typeOf(params);
		return await sandbox.setStatus(type, entityOf(sandbox, type, params.id).guid, status);
	},
	'POST /_sandbox/events': async ({ sandbox, body }) => {
		onlyFields(body, ['entityType', 'trigger', 'guid', 'entity']);
		const type = typeOf(body);
		const trigger = textOf(body, 'trigger');
		if (trigger === undefined) throw new ControlError("'trigger' is missing: the code of one");
		const fields = isObject(body.entity) ? body.entity : {};
		const entity = { ...entityOf(sandbox, type, textOf(body, 'guid')), ...fields };
		return { runs: await sandbox.event(type, trigger, entity) };
	},

	...basicControls<DispatchSandbox>(DEFAULT_SETTINGS, checkSetting),
};

function overview(sandbox: DispatchSandbox): Record<string, unknown> {
	const { store } = sandbox;
	const { entities } = store;
	const { apiToken, store: shop } = sandbox.account;
	return {
		url: sandbox.url,
		account: { apiToken, store: shop },
		providers: store.providers,
		counts: {
			orders: entities.Order.length,
			shipments: entities.Shipment.length,
			customers: entities.Customer.length,
			products: entities.Product.length,
			integrations: store.integrations.length,
			subscriptions: store.subscriptions.length,
			workflows: store.workflows.length,
			runs: sandbox.runs.length,
			outbox: sandbox.outbox.length,
			deliveries: sandbox.deliveries.length,
			requests: sandbox.requests.length,
		},
		triggers: Object.values(TRIGGERS).flatMap((list) => list.map(({ code }) => code)),
		maxInFlight: sandbox.maxInFlight,
		faults: sandbox.faults.active,
		limits: sandbox.limits.limits,
		settings: sandbox.settings,
		calls: Object.keys(controlRoutes),
	};
}

function typeOf({ entityType }: Record<string, unknown>): EntityType {
	if (isEntityType(entityType)) return entityType;
	throw new ControlError(`'entityType' must be one of ${ENTITY_TYPES.join(', ')}`);
}

/** The newest one, unless a guid is given. */
function entityOf({ store }: DispatchSandbox, type: EntityType, guid?: string): Entity {
	const found = guid === undefined ? store.entities[type].at(-1) : store.findEntity(type, guid);
	if (!found) throw new ControlError(`There is no ${type} ${guid ?? 'yet'}`, 404);
	return found;
}

function workflowOf({ sandbox, params }: Call): Workflow {
	const { id = '' } = params;
	const workflow = sandbox.store.findWorkflow(id);
	if (!workflow) throw new ControlError(`There is no workflow ${id}`, 404);
	return workflow;
}
