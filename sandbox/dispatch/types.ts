export const ENTITY_TYPES = ['Order', 'Shipment', 'Customer', 'Product'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const isEntityType = (value: unknown): value is EntityType =>
	ENTITY_TYPES.some((type) => type === value);

export const ACTION_TYPES = ['send_email', 'send_push', 'webhook', 'update_status'] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

/** An order, a shipment, a customer or a product, in the shape of the vendor's samples. */
export interface Entity {
	guid: string;
	status: string;
	[field: string]: unknown;
}

export interface Trigger {
	guid: string;
	name: string;
	code: string;
	description: string;
}

/** The fields beside the type are documented for `send_email` only. */
export interface Action {
	type: ActionType;
	[field: string]: unknown;
}

export interface Workflow {
	guid: string;
	name: string;
	entityType: EntityType;
	triggerId: string;
	/** The trigger's code. */
	trigger: string;
	action: Action;
	conditions: Record<string, unknown>;
	isActive: boolean;
	/** Made by the vendor, not by the account. */
	isManaged: boolean;
}

/** A workflow that an event has started. */
export interface Run {
	guid: string;
	at: string;
	/** The guid of the workflow. */
	workflow: string;
	trigger: string;
	/** As it was when the event happened. */
	entity: Entity;
	state: 'paused' | 'running' | 'done';
}

/** A mail or a push notification that would have gone out. */
export interface Message {
	at: string;
	type: 'send_email' | 'send_push';
	workflow: string;
	recipient: unknown;
	template: unknown;
	entityType: EntityType;
	entity: Entity;
}

/** One call of a webhook. */
export interface Delivery {
	at: string;
	workflow: string;
	trigger: string;
	url: string;
	body: string;
	/** Absent while the answer is awaited, and when there was none. */
	status?: number;
	/** The beginning of what the receiver answered. */
	answer?: string;
	error?: string;
}

export interface Provider {
	guid: string;
	name: string;
	type: string;
}

/** Without the store's credentials: they are checked and forgotten. */
export interface Integration {
	guid: string;
	providerId: string;
	provider: string;
	status: 'active' | 'disabled';
	connectedAt: string;
	settings: Record<string, unknown>;
}

export interface PushSubscription {
	endpoint: string;
	keys: Record<string, unknown>;
}
