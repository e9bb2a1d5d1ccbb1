import { ControlError } from './controlError';
import type { OrderDraft } from './store';
import { isEventCode, type EventCode } from './types';

/** Readers of the control API's fields: each gives the value, or says what it should have been. */

export function numberField(
	body: Record<string, unknown>,
	field: string,
	{ low = 0, high = Infinity, whole = false } = {},
): number | undefined {
	const value = body[field];
	if (value === undefined) return undefined;
	const fits = typeof value === 'number' && value >= low && value <= high;
	if (!fits || (whole && !Number.isInteger(value))) {
		const limit = high === Infinity ? `at least ${low}` : `from ${low} to ${high}`;
		throw new ControlError(`'${field}' must be a ${whole ? 'whole ' : ''}number, ${limit}`);
	}
	return value;
}

export function textOf(body: Record<string, unknown>, field: string): string | undefined {
	const value = body[field];
	if (value === undefined) return undefined;
	if (typeof value !== 'string' || value === '') throw new ControlError(`'${field}' must be text`);
	return value;
}

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

export function onlyFields(body: Record<string, unknown>, allowed: readonly string[]): void {
	const unknown = Object.keys(body).filter((field) => !allowed.includes(field));
	if (unknown.length > 0) {
		throw new ControlError(`Not known: ${unknown.join(', ')}. Known: ${allowed.join(', ')}`);
	}
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
