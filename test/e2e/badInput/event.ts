import { createHash, createHmac } from 'node:crypto';
import type { Case, Row } from './case';
import { type RequestParts, requestTo } from './wire';

/** A body as Edumalls sends it, and what the trigger makes of it. */
export interface Event {
	body: Buffer;
	row: Row;
}

let orders = 0;

/** The id of an order that no other call of this run is about. */
export const nextOrder = (): number => ++orders;

const CREATED = { code: 110, event: 'order.created' };

interface Told {
	code: number;
	event: string;
	message?: string;
}

/**
 * A body given byte for byte, and what comes out of it.
 *
 * @param order as the workflow gets it
 */
export function eventOf(text: string | Buffer, order: unknown, told: Told = CREATED): Event {
	const body = Buffer.from(text);
	const deliveryId = createHash('sha256').update(body).digest('hex');
	const { code, event, message = '' } = told;
	return { body, row: { eventCode: code, event, eventMessage: message, deliveryId, order } };
}

/** An event of an order with these fields, which come out as they go in. */
export function event(fields: Row = {}, told?: Told): Event {
	const order = { order_id: nextOrder(), ...fields };
	const code = told?.code ?? CREATED.code;
	return eventOf(JSON.stringify({ event_code: code, order }), order, told);
}

/** An event with a value in it that is given as JSON text, well-formed or not. */
export function eventAround(value: string | Buffer): { body: Buffer; orderId: number } {
	const orderId = nextOrder();
	const head = `{"event_code":110,"order":{"order_id":${orderId},"x":`;
	return {
		body: Buffer.concat([Buffer.from(head), Buffer.from(value), Buffer.from('}}')]),
		orderId,
	};
}

export const signatureOf = (body: Buffer | string, secret: string): string =>
	`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

export const signatureLine = (value: string): string => `X-IntegrationHub-Signature: ${value}`;

export const JSON_TYPE = 'Content-Type: application/json';

/** A call that carries a body with its signature. */
export function signedRequest(
	url: string,
	body: Buffer | string,
	secret: string,
	{ headers = [JSON_TYPE], ...parts }: RequestParts = {},
): Buffer {
	const signature = signatureLine(signatureOf(body, secret));
	return requestTo(url, { body, headers: [signature, ...headers], ...parts });
}

/** A correctly signed event, which starts the workflow. */
export const signed = (
	url: string,
	{ body, row }: Event,
	secret: string,
	name = 'a signed event',
): Case => ({ name, bytes: signedRequest(url, body, secret), status: 200, rows: [row] });
