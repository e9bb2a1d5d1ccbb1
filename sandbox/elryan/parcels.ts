import type { Orders, Refusal } from './orders';
import { createTable } from './table';
import { iso, type Time } from './times';
import type { Delivery, Package, PackageTracking, TrackingRecord } from './types';

export interface PackageInput extends Partial<Omit<Package, 'items' | 'tracking' | 'invoice'>> {
	items?: Array<{ order_item_id?: number; quantity?: number; total_deci?: number }>;
	tracking?: Partial<PackageTracking>;
	invoice?: Partial<Package['invoice']>;
}

export interface Parcels {
	/** Oldest first. */
	readonly packages: Package[];
	readonly trackings: TrackingRecord[];
	readonly deliveries: Delivery[];
	findPackage(id: string): Package | undefined;
	findTracking(id: string): TrackingRecord | undefined;
	findDelivery(id: string): Delivery | undefined;
	/** `order_id` is the number of a purchase order, `order_item_id` that of its line. */
	createPackage(input: PackageInput): Package | { refused: string };
	/** A package is fulfilled once: by one's own carrier or by Elryan's. */
	fulfill(parcel: Package, tracking: Partial<PackageTracking>): Refusal;
	cancelPackage(parcel: Package): Refusal;
	upsertTracking(fields: Record<string, unknown>): TrackingRecord;
	/** "delivered" delivers the lines of the package. */
	setDelivery(delivery: Delivery, change: Partial<Delivery>): Delivery;
}

const FIRST_PACKAGE = 13;

const NO_TRACKING: PackageTracking = {
	tracking_pdf: '',
	tracking_barcode: '',
	base64_file: '',
	tracking_link: '',
	tracking_provider: '',
	provider: '',
};
const NO_INVOICE: Package['invoice'] = {
	invoice_pdf: '',
	invoice_link: '',
	invoice_date: '',
	invoice_number: '',
};

export function createParcels(clock: Time, orders: Orders): Parcels & { clear(): void } {
	const packages = createTable<Package>(({ id }) => id);
	const trackings = createTable<TrackingRecord>(({ id }) => id);
	const deliveries = createTable<Delivery>(({ id }) => id);
	const stamp = () => ({ created_at: iso(clock.now()), updated_at: iso(clock.now()) });

	const store: Parcels = {
		packages: packages.rows,
		trackings: trackings.rows,
		deliveries: deliveries.rows,
		findPackage: packages.get,
		findTracking: trackings.get,
		findDelivery: deliveries.get,
		createPackage(input) {
			const refused = refusal(input);
			if (refused !== undefined) return { refused };
			const parcel = packages.add(newPackage(input));
			moveLines(parcel, 'Packed');
			if (hasTracking(input.tracking)) store.fulfill(parcel, input.tracking ?? {});
			return parcel;
		},
		fulfill(parcel, tracking) {
			if (parcel.status !== 'created') return `Package is already ${parcel.status}`;
			Object.assign(parcel.tracking, tracking);
			change(parcel, 'fulfilled', 'Shipped');
			const { id: package_id, order_id } = parcel;
			const { provider, tracking_barcode, tracking_link } = parcel.tracking;
			store.upsertTracking({ package_id, order_id, provider, tracking_barcode, tracking_link });
			const id = String(deliveries.rows.length + 1);
			deliveries.add({
				...{ id, package_id, order_id, status: 'pending', delivery_info: {} },
				...stamp(),
			});
			return undefined;
		},
		cancelPackage(parcel) {
			if (parcel.status !== 'created') return `Package is already ${parcel.status}`;
			change(parcel, 'cancelled', 'Under Preparation');
			return undefined;
		},
		upsertTracking(fields) {
			const id = typeof fields.id === 'string' ? fields.id : undefined;
			const known =
				trackings.get(id ?? '') ??
				trackings.rows.find(
					({ package_id }) => package_id !== null && package_id === fields.package_id,
				);
			if (known) {
				return Object.assign(known, fields, { id: known.id, updated_at: iso(clock.now()) });
			}
			const fresh = id ?? String(trackings.rows.length + 1);
			return trackings.add({ package_id: null, ...fields, ...stamp(), id: fresh });
		},
		setDelivery(delivery, fields) {
			Object.assign(delivery, fields, { updated_at: iso(clock.now()) });
			const parcel = packages.get(delivery.package_id);
			if (parcel && fields.status === 'delivered') moveLines(parcel, 'Delivered');
			return delivery;
		},
	};
	return {
		...store,
		clear: () => [packages, trackings, deliveries].forEach((table) => table.clear()),
	};

	function refusal({ order_id, items = [] }: PackageInput): Refusal {
		if (order_id === undefined) return 'order_id is required';
		const lines = orders.linesOf(String(order_id));
		if (lines.length === 0) return `Order ${order_id} not found`;
		if (items.length === 0) return 'items is required';
		for (const { order_item_id: id, quantity = 1 } of items) {
			const line = lines.find(({ POlineID }) => POlineID === String(id));
			if (!line) return `Order item ${id} not found in order ${order_id}`;
			if (line.Status === 'Cancelled') return `Order item ${id} is cancelled`;
			if (quantity < 1 || quantity > Number(line.Quantity) - packed(order_id, id)) {
				return `Order item ${id} has fewer than ${quantity} left to pack`;
			}
		}
		return undefined;
	}

	/** How many of an item are in packages that are not cancelled. */
	function packed(orderId: number, itemId: number | undefined): number {
		return packages.rows
			.filter(({ order_id, status }) => order_id === orderId && status !== 'cancelled')
			.flatMap(({ items }) => items)
			.filter(({ order_item_id }) => order_item_id === itemId)
			.reduce((sum, { quantity }) => sum + quantity, 0);
	}

	function newPackage(input: PackageInput): Package {
		const { items = [], tracking, invoice, status: _status, ...plain } = input;
		return {
			...{ order_id: 0, company_id: 0, marketplace_package_id: 0, remote_id: '' },
			...{ remote_supplier_id: 0, supplier_id: 0, total_deci: 0 },
			...plain,
			items: items.map(({ order_item_id = 0, quantity = 1, total_deci = 0 }) => ({
				...{ order_item_id, quantity, total_deci },
			})),
			tracking: { ...NO_TRACKING, ...tracking },
			invoice: { ...NO_INVOICE, ...invoice },
			status: 'created',
			...stamp(),
			id: String(FIRST_PACKAGE + packages.rows.length),
		};
	}

	function change(parcel: Package, status: string, lineStatus: string): void {
		Object.assign(parcel, { status, updated_at: iso(clock.now()) });
		moveLines(parcel, lineStatus);
	}

	function moveLines({ items }: Package, status: string): void {
		for (const { order_item_id } of items) orders.moveOrder(String(order_item_id), status);
	}
}

/** "If you didn't do in creation phase": a package that comes with a label needs no fulfilment. */
const hasTracking = (tracking: Partial<PackageTracking> = {}): boolean =>
	['tracking_pdf', 'tracking_barcode', 'base64_file', 'tracking_link'].some(
		(field) => (tracking[field as keyof PackageTracking] ?? '') !== '',
	);
