import { labelPdf } from './label';
import { pageOf, type Filters } from './lists';
import type { PackageInput, Parcels } from './parcels';
import { answered, found, notFound, refused, type Context, type Operation } from './result';
import type { Delivery, Package, PackageTracking, TrackingRecord } from './types';
import { CODES } from './words';

const packages: Filters<Package> = {
	id: ({ id }, wanted) => id === wanted,
	order_id: ({ order_id }, wanted) => String(order_id) === wanted,
	supplier_id: ({ supplier_id }, wanted) => String(supplier_id) === wanted,
	marketplace_package_id: (parcel, wanted) => String(parcel.marketplace_package_id) === wanted,
	remote_id: ({ remote_id }, wanted) => remote_id === wanted,
	status: ({ status }, wanted) => status === wanted,
	package_status: ({ status }, wanted) => status === wanted,
};

const trackings: Filters<TrackingRecord> = {
	id: ({ id }, wanted) => id === wanted,
	package_id: ({ package_id }, wanted) => package_id === wanted,
	tracking_barcode: ({ tracking_barcode }, wanted) => tracking_barcode === wanted,
	provider: ({ provider }, wanted) => provider === wanted,
};

const stamps = ({ created_at, updated_at }: { created_at: string; updated_at: string }) => ({
	created: created_at,
	updated: updated_at,
});

/** Searches and online fulfilments show the two provider fields only, as documented. */
const cut = ({ tracking_provider, provider }: PackageTracking): Partial<PackageTracking> => ({
	tracking_provider,
	provider,
});

function shown(
	{ settings }: Context,
	parcel: Package,
	tracking: Partial<PackageTracking> = parcel.tracking,
): object {
	return { ...parcel, tracking: settings.trackingShape === 'array' ? [tracking] : tracking };
}

const withPackage =
	(run: (context: Context, parcel: Package, body: unknown) => ReturnType<Operation>): Operation =>
	(context, { params, body }) => {
		const parcel = context.store.findPackage(params.packageId ?? '');
		return parcel ? run(context, parcel, body) : notFound('Package');
	};

const isBase64 = (text: string): boolean =>
	text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);

const badFile = ({ base64_file: file }: Partial<PackageTracking> = {}): boolean =>
	file !== undefined && file !== '' && !isBase64(file);

const NO_FILE = refused(CODES.invalid, 'base64_file is not valid base64');

/** Elryan's own carrier makes the label. */
function onlineTracking(
	{ settings, origin }: Context,
	{ id, order_id }: Package,
	wanted: Partial<PackageTracking>,
): Partial<PackageTracking> {
	const provider = wanted.provider ?? wanted.tracking_provider ?? 'pts';
	const barcode = `ELR${id.padStart(7, '0')}`;
	const file = labelOf(barcode, order_id);
	return {
		provider,
		tracking_provider: provider,
		tracking_barcode: barcode,
		tracking_link: `${origin}/track/${barcode}`,
		base64_file: settings.labels === 'url' ? '' : file.toString('base64'),
		tracking_pdf: settings.labels === 'base64' ? '' : `${origin}/labels/${id}.pdf`,
	};
}

const labelOf = (barcode: string, orderId: number): Buffer =>
	labelPdf(['Elryan', barcode, `Order ${orderId}`, 'Baghdad, Al Karrada']);

/** The label of an online fulfilment, by the name in its URL. */
export function hostedLabel(store: Parcels, name: string): Buffer | undefined {
	const parcel = store.findPackage(name.replace(/\.pdf$/, ''));
	const { tracking_pdf: url = '', tracking_barcode: barcode = '' } = parcel?.tracking ?? {};
	return parcel && url.endsWith(`/labels/${name}`) ? labelOf(barcode, parcel.order_id) : undefined;
}

const setDelivery =
	(change: (body: unknown) => Partial<Delivery>): Operation =>
	({ store }, { params, body }) => {
		const delivery = store.findDelivery(params.deliveryId ?? '');
		return delivery ? answered(store.setDelivery(delivery, change(body))) : notFound('Delivery');
	};

export const packageOperations: Record<string, Operation> = {
	'package.getAll': (context, { body }) => {
		const list = { rows: context.store.packages, filters: packages, times: stamps };
		const page = pageOf<Package>(context, body, { ...list, chronicle: true });
		if (!('rows' in page) || !page.rows) return page;
		const rows = page.data as Package[];
		return { ...page, data: rows.map((parcel) => shown(context, parcel, cut(parcel.tracking))) };
	},
	'package.get': withPackage((context, parcel) => answered(shown(context, parcel))),
	'package.create': (context, { body }) => {
		const input = body as PackageInput;
		if (badFile(input.tracking)) return NO_FILE;
		const parcel = context.store.createPackage(input);
		return 'refused' in parcel
			? refused(CODES.invalid, parcel.refused)
			: answered(shown(context, parcel));
	},
	'package.cancel': withPackage((context, parcel) => {
		const refusal = context.store.cancelPackage(parcel);
		return refusal === undefined
			? answered(shown(context, parcel))
			: refused(CODES.conflict, refusal);
	}),
	'package.fulfill': withPackage((context, parcel, body) => {
		const tracking = body as Partial<PackageTracking>;
		if (badFile(tracking)) return NO_FILE;
		const refusal = context.store.fulfill(parcel, tracking);
		return refusal === undefined
			? answered(shown(context, parcel))
			: refused(CODES.conflict, refusal);
	}),
	'package.fulfillOnline': withPackage((context, parcel, body) => {
		const tracking = onlineTracking(context, parcel, body as Partial<PackageTracking>);
		const refusal = context.store.fulfill(parcel, tracking);
		return refusal === undefined
			? answered(shown(context, parcel, cut(parcel.tracking)))
			: refused(CODES.conflict, refusal);
	}),

	'tracking.getAll': (context, { body }) => {
		const list = { rows: context.store.trackings, filters: trackings, times: stamps };
		return pageOf<TrackingRecord>(context, body, { ...list, chronicle: true });
	},
	'tracking.get': ({ store }, { params }) =>
		found('Tracking', store.findTracking(params.trackingId ?? '')),
	'tracking.upsert': ({ store }, { body }) =>
		answered(store.upsertTracking(body as Record<string, unknown>)),

	'delivery.get': ({ store }, { params }) =>
		found('Delivery', store.findDelivery(params.deliveryId ?? '')),
	'delivery.updateEvent': setDelivery((body) => ({
		delivery_info: (body as Pick<Delivery, 'delivery_info'>).delivery_info,
	})),
	'delivery.updateStatus': setDelivery((body) => ({
		status: (body as Pick<Delivery, 'status'>).status,
	})),
};
