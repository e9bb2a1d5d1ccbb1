import type { EntityDraft } from './entities';
import type { Runner } from './runner';
import type { Store } from './store';
import { TRIGGERS } from './triggers';
import type { Action, EntityType, Workflow } from './types';

const FIRST = Date.UTC(2026, 0, 15, 7, 30, 0);
const DAY = 24 * 60 * 60 * 1000;

/** How far each has come; one a day. */
const STATUSES: Readonly<Record<EntityType, readonly string[]>> = {
	Order: ['delivered', 'delivered', 'cancelled', 'shipped', 'processing', 'pending', 'pending'],
	Shipment: ['delivered', 'delivered', 'in_transit', 'pending', 'pending'],
	Customer: ['active', 'active', 'active', 'inactive', 'active'],
	Product: ['active', 'active', 'active', 'inactive', 'active', 'active'],
};

/** The account of the demo: the same records and workflows, to the last id, at every start. */
export function seedDemo(store: Store, runner: Runner): void {
	for (const type of ['Customer', 'Product', 'Order', 'Shipment'] as const) {
		STATUSES[type].forEach((status, day) => {
			const createdAt = new Date(FIRST + day * DAY).toISOString().replace('.000', '');
			const draft: EntityDraft = { status, createdAt };
			store.addEntity(type, draft);
		});
	}
	const provider = store.providers[1];
	if (provider) store.connect(provider, { autoImportOrders: true, pushTracking: true });
	const notify = addWorkflows(store);
	pauseOne(store, runner, notify);
}

function addWorkflows(store: Store): Workflow {
	const add = (
		name: string,
		[entityType, code]: [EntityType, string],
		action: Action,
		rest: { conditions?: Record<string, string>; isManaged?: boolean } = {},
	): Workflow => {
		const trigger = TRIGGERS[entityType].find((one) => one.code === code);
		if (!trigger) throw new Error(`Seed: ${entityType} has no trigger ${code}`);
		return store.addWorkflow({ name, entityType, trigger, action, ...rest });
	};
	const mail = (recipient: string, template: string): Action => ({
		type: 'send_email',
		recipient,
		template,
	});

	add(
		'Start Paid Orders',
		['Order', 'order_status_changed'],
		{ type: 'update_status', status: 'processing' },
		{ conditions: { status: 'paid' } },
	);
	add('إشعار بطلب جديد', ['Order', 'order_created'], {
		type: 'send_push',
		recipient: 'owner',
		template: 'new_order',
	});
	add('ترحيب بالعملاء', ['Customer', 'customer_created'], mail('customer', 'welcome'));
	add(
		'Late Shipments',
		['Shipment', 'shipment_status_changed'],
		mail('support', 'shipment_delayed'),
		{ conditions: { status: 'delayed' }, isManaged: true },
	);
	return add(
		'Notify on Delivery',
		['Shipment', 'shipment_delivered'],
		mail('customer', 'delivery_confirmation'),
	);
}

/** So that there is something to resume. */
function pauseOne(store: Store, runner: Runner, workflow: Workflow): void {
	const [shipment] = store.entities.Shipment;
	if (!shipment) throw new Error('Seed: there is no shipment');
	runner.pauseNext(workflow);
	void runner.event('Shipment', workflow.trigger, shipment);
}
