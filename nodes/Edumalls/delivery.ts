import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../shared/call';
import { toNumber } from '../shared/numbers';
import { eventName } from './events';

/** One order event as the vendor sends it. */
export interface OrderEvent {
	code: number;
	message: string;
	order: IDataObject;
}

/** Reads a delivery's body; says what is wrong with its shape otherwise. */
export function readEvent(body: unknown): OrderEvent | string {
	if (!isRecord(body)) return 'The body is not a JSON object';
	const code = toNumber(body.event_code);
	if (code === undefined || !Number.isInteger(code)) return "The body has no 'event_code'";
	const { order } = body;
	if (!isRecord(order)) return "The body has no 'order'";
	if (isMissing(order.order_id) && isMissing(order.increment_id)) {
		return "The order has neither 'order_id' nor 'increment_id'";
	}
	const message = body.event_message ?? '';
	return { code, message: typeof message === 'object' ? '' : String(message), order };
}

const isMissing = (value: unknown): boolean =>
	(typeof value !== 'string' && typeof value !== 'number') || value === '';

/** What the trigger puts out for one event. */
export const toRow = ({ code, message, order }: OrderEvent, deliveryId: string): IDataObject => ({
	eventCode: code,
	event: eventName(code),
	eventMessage: message,
	deliveryId,
	order,
});
