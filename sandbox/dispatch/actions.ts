import { isObject, textField } from '../shared/json';
import { postAndRead } from '../shared/post';
import type { Settings } from './settings';
import type { Store } from './store';
import {
	ACTION_TYPES,
	type Action,
	type ActionType,
	type Delivery,
	type Message,
	type Run,
	type Workflow,
} from './types';

/** Where actions leave their traces. */
export interface Traces {
	readonly outbox: Message[];
	readonly deliveries: Delivery[];
}

export interface ActionParts extends Traces {
	store: Store;
	settings: Settings;
	/** Ends the calls that are under way. */
	signal: AbortSignal;
}

type Act = (parts: ActionParts, workflow: Workflow, run: Run) => Promise<void> | void;

const notify =
	(type: Message['type']): Act =>
	({ outbox, store }, { guid, entityType, action }, { entity }) => {
		const { recipient = null, template = null } = action;
		outbox.push({
			...{ at: store.now(), type, workflow: guid },
			...{ recipient, template, entityType, entity },
		});
	};

/** Characters of an answer. */
const MOST_KEPT = 2000;

/** Sent once. The reference documents neither the body nor a retry: both are ours. */
const callWebhook: Act = async (parts, { guid, name, entityType, action }, run) => {
	const { settings, store, deliveries, signal } = parts;
	const { trigger, entity } = run;
	const delivery: Delivery = {
		at: store.now(),
		workflow: guid,
		trigger,
		url: textField(action, settings.webhookUrlField) ?? '',
		body: JSON.stringify({ event: trigger, entityType, workflow: { guid, name }, data: entity }),
	};
	deliveries.push(delivery);
	const headers = { 'content-type': 'application/json', ...headersOf(action) };
	const timeout = settings.webhookTimeoutMs;
	const { url, body } = delivery;
	const { text, ...outcome } = await postAndRead(url, body, headers, timeout, signal);
	Object.assign(delivery, outcome, text === undefined ? {} : { answer: text.slice(0, MOST_KEPT) });
};

/** Fires no event: two workflows that answer each other would never end. */
const updateStatus: Act = ({ store }, { entityType, action }, { entity }) => {
	const stored = store.findEntity(entityType, entity.guid);
	const status = textField(action, 'status');
	if (stored && status !== undefined) stored.status = status;
};

const ACTS: Record<ActionType, Act> = {
	send_email: notify('send_email'),
	send_push: notify('send_push'),
	webhook: callWebhook,
	update_status: updateStatus,
};

export const act: Act = async (parts, workflow, run) =>
	await ACTS[workflow.action.type](parts, workflow, run);

export const isAction = (value: unknown): value is Action =>
	isObject(value) && ACTION_TYPES.some((type) => type === value.type);

/** Why an action cannot be carried out; undefined when it can. */
export function incomplete(action: Action, { webhookUrlField }: Settings): string | undefined {
	const needed: Record<ActionType, string[]> = {
		send_email: ['recipient', 'template'],
		send_push: [],
		webhook: [webhookUrlField],
		update_status: ['status'],
	};
	const missing = needed[action.type].find((field) => !textField(action, field));
	if (missing !== undefined) return `The action needs '${missing}'`;
	if (action.type !== 'webhook') return undefined;
	if (!isWebAddress(textField(action, webhookUrlField))) {
		return `The action's '${webhookUrlField}' must be an http or https address`;
	}
	const { headers } = action;
	return headers === undefined || isObject(headers)
		? undefined
		: "The action's 'headers' must be an object";
}

const isWebAddress = (text = ''): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

function headersOf({ headers }: Action): Record<string, string> {
	const entries = Object.entries(isObject(headers) ? headers : {});
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
