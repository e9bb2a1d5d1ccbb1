import { ControlError } from '../shared/controlError';
import { onlyFields, textOf } from '../shared/controlInput';
import type { OrderDraft } from './store';
import { isEventCode, type EventCode } from './types';

/** Readers of the control API's fields: each gives the value, or says what it should have been. */

export function urlField(body: Record<string, unknown>): string | null {
	if (body.url === null) return null;
	const url = textOf(body, 'url');
	if (url === undefined || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
		throw new ControlError("'url' must be an http or https address, or null to stop events");
	}
	return url;
}

export function eventsField(body: Record<string, unknown>): EventCode[] | null | undefined {
	const { events } = body;
	if (events === undefined || events === null) return events;
	if (!Array.isArray(events) || !events.every(isEventCode)) {
		throw new ControlError("'events' must be a list of event codes, such as [110, 210]");
	}
	return events;
}

/** What tells orders apart, and what the lifecycle makes, is not for the caller to choose. */
const DRAFT_FIELDS: ReadonlyArray<keyof OrderDraft> = [
	...(['paid', 'virtual', 'guest', 'lines'] as const),
	...(['state', 'status', 'created_at', 'updated_at', 'store_code', 'currency_code'] as const),
	...(['grand_total', 'subtotal', 'tax_amount', 'discount_amount', 'shipping_amount'] as const),
	...(['shipping_description', 'shipping_method', 'payment_method', 'coupon_code'] as const),
	...(['total_due', 'weight', 'customer', 'billing_address', 'shipping_address'] as const),
];

export function draftOf(body: Record<string, unknown>): OrderDraft {
	const { count: _count, ...draft } = body;
	onlyFields(draft, DRAFT_FIELDS);
	return draft;
}
