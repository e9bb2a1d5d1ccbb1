import { CARRIERS, PEOPLE, WARES, type Person } from './catalog';
import { uuidOf, type Ids } from './ids';
import type { Entity, EntityType } from './types';

/** Fields laid over the record that is built. The guid is not for the caller to choose. */
export interface EntityDraft {
	status?: string;
	[field: string]: unknown;
}

export interface Entities {
	/** Oldest first. */
	readonly entities: Readonly<Record<EntityType, Entity[]>>;
	findEntity(type: EntityType, guid: string): Entity | undefined;
	/** Makes a record without an event. */
	addEntity(type: EntityType, draft?: EntityDraft): Entity;
}

export function createEntities(now: () => string, ids: Ids): Entities & { clear(): void } {
	const entities: Record<EntityType, Entity[]> = {
		Order: [],
		Shipment: [],
		Customer: [],
		Product: [],
	};
	return {
		entities,
		findEntity: (type, guid) => entities[type].find((entity) => entity.guid === guid),
		addEntity(type, draft = {}) {
			const { status, ...fields } = BUILDERS[type](entities[type].length);
			const entity: Entity = {
				createdAt: now(),
				...fields,
				...draft,
				status: draft.status ?? status,
				guid: ids.next(),
			};
			entities[type].push(entity);
			return entity;
		},
		clear() {
			for (const list of Object.values(entities)) list.length = 0;
		},
	};
}

const BUILDERS: Record<
	EntityType,
	(number: number) => { status: string; [field: string]: unknown }
> = {
	Order: (number) => {
		const buyer = at(PEOPLE, number);
		const ware = at(WARES, number);
		return {
			orderNumber: `ORD-${1001 + number}`,
			status: 'pending',
			customer: reference(buyer),
			items: [
				{
					guid: uuidOf(`item ${number}`),
					description: ware.name,
					quantity: 1 + (number % 3),
					price: ware.price,
					dimensions: { ...SIZE, weight: ware.weight },
				},
			],
			deliveryAddress: address(buyer),
			carrier: carrier(number),
		};
	},
	Shipment: (number) => {
		const recipient = at(PEOPLE, number);
		return {
			trackingNumber: `DSP${String(number + 1).padStart(8, '0')}`,
			status: 'pending',
			customer: reference(recipient),
			sender: { name: 'متجر الواحة', ...WAREHOUSE, phone: '+96650000001' },
			recipient: { name: recipient.name, ...address(recipient), phone: recipient.phone },
			carrier: carrier(number),
		};
	},
	Customer: (number) => {
		const { name, email, phone, company, ...rest } = at(PEOPLE, number);
		return { status: 'active', name, email, phone, company, address: address(rest) };
	},
	Product: (number) => {
		const { sku, name, price, weight } = at(WARES, number);
		return {
			status: 'active',
			name,
			sku: number < WARES.length ? sku : `${sku}-${number}`,
			description: name,
			price,
			cost: Math.round(price * 60) / 100,
			weight,
			dimensions: SIZE,
			barcode: String(6_281_000_000_000 + number),
		};
	},
};

const SIZE = { length: 20, width: 15, height: 10 };

const address = ({ street, city }: Pick<Person, 'street' | 'city'>) => ({
	...{ street, city },
	...{ state: '', postalCode: '12211', country: 'SA' },
});

const WAREHOUSE = address({ street: 'شارع الصناعة ٤', city: 'الرياض' });

const reference = ({ name, email }: Person) => ({ guid: uuidOf(`customer ${email}`), name, email });

const carrier = (number: number) => {
	const name = at(CARRIERS, number);
	return { guid: uuidOf(`carrier ${name}`), name };
};

function at<T>(list: readonly T[], index: number): T {
	const found = list[index % list.length];
	if (found === undefined) throw new Error('An empty list has no element');
	return found;
}
