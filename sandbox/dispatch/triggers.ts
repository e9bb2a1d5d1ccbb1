import { uuidOf } from './ids';
import type { EntityType, Trigger } from './types';

const trigger = (code: string, name: string, description: string): Trigger => ({
	guid: uuidOf(`trigger ${code}`),
	name,
	code,
	description,
});

const basics = (type: EntityType): Trigger[] => {
	const noun = type.toLowerCase();
	return [
		trigger(`${noun}_created`, `${type} Created`, `Fires when a new ${noun} is created`),
		trigger(
			`${noun}_status_changed`,
			`${type} Status Changed`,
			`Fires when ${noun} status changes`,
		),
	];
};

/** `order_created`, `order_status_changed` and `shipment_delivered` are documented. */
export const TRIGGERS: Readonly<Record<EntityType, readonly Trigger[]>> = {
	Order: basics('Order'),
	Shipment: [
		...basics('Shipment'),
		trigger('shipment_delivered', 'Shipment Delivered', 'Fires when a shipment is delivered'),
	],
	Customer: basics('Customer'),
	Product: basics('Product'),
};

export const createdCode = (type: EntityType): string => `${type.toLowerCase()}_created`;

/** The events of a change of status, in their order. */
export function statusCodes(type: EntityType, status: string): string[] {
	const changed = `${type.toLowerCase()}_status_changed`;
	const delivered = type === 'Shipment' && status === 'delivered';
	return delivered ? [changed, 'shipment_delivered'] : [changed];
}
