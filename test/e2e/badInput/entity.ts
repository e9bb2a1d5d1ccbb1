import { shipmentDelivered } from '../dispatchWorkflow';
import type { Case, Row } from './case';
import { JSON_TYPE } from './event';
import { requestTo } from './wire';

let entities = 0;

/** What the trigger of Dispatch makes of a body. */
export const entityRow = (body: unknown): Row => ({
	body,
	entityType: shipmentDelivered.entityType,
	triggerId: shipmentDelivered.triggerId.value,
});

export const entityBody = (fields: Row = {}): Row => ({
	event: 'shipment_delivered',
	number: ++entities,
	...fields,
});

/** A call with the secret, which starts the workflow. */
export function entityCall(url: string, secret: string, fields?: Row, name = 'a call'): Case {
	const body = entityBody(fields);
	const query = `?secret=${secret}`;
	return {
		name,
		bytes: requestTo(url, { query, headers: [JSON_TYPE], body: JSON.stringify(body) }),
		status: 200,
		rows: [entityRow(body)],
	};
}
