import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/call';
import { id, record } from '../../shared/locators';
import { text } from '../../shared/fields';
import type { Operation } from '../../shared/operation';
import { pick } from '../../shared/simplify';
import { listOf, withSearch } from '../calls';
import { filters } from './catalogueFields';

/** The tracking of a package: an object in the reference, a list of such at a sister service. */
function trackingOf({ tracking }: IDataObject): IDataObject {
	const first: unknown = Array.isArray(tracking) ? tracking[0] : tracking;
	return isRecord(first) ? first : {};
}

const ofPackage = pick(['id', 'order_id', 'remote_id', 'status', 'items']);
const ofTracking = pick(['provider', 'tracking_barcode', 'tracking_link']);
const times = pick(['created_at', 'updated_at']);

/** What most people need of a package, its tracking flat and in one shape. */
export function simplifyPackage(found: IDataObject): IDataObject {
	const tracking = trackingOf(found);
	const provider = tracking.provider || tracking.tracking_provider;
	const named = provider === undefined ? tracking : { ...tracking, provider };
	return { ...ofPackage(found), ...ofTracking(named), ...times(found) };
}

/** The list, by which packages are also picked. */
export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many packages',
	description: 'Retrieve a list of packages, by order, status or your own ID',
	effect: 'read',
	method: 'POST',
	path: '/packages/search',
	envelope: withSearch,
	optional: {
		id: filters.id,
		marketplacePackageId: text('Marketplace Package ID', { to: 'search.marketplace_package_id' }),
		orderId: text('Order ID', {
			to: 'search.order_id',
			encode: id.number,
			description: 'The ID of the order as packages have it',
		}),
		packageStatus: text('Package Status', {
			to: 'search.package_status',
			description: "How it differs from 'Status' is not documented",
		}),
		remoteId: filters.remoteId,
		status: text('Status', { to: 'search.status' }),
		supplierId: text('Supplier ID', { to: 'search.supplier_id' }),
	},
	list: listOf('id'),
	simplify: simplifyPackage,
};

/** A package. */
export const packageId = record(
	'Package',
	{
		method: 'searchPackages',
		list: () => getAll,
		choice: ({ id: found, order_id: order, status }) => ({
			label: `${String(found)} · Order ${String(order)} · ${String(status)}`,
			value: String(found),
		}),
	},
	{ list: {}, id: { label: 'By ID', placeholder: 'e.g. 13' } },
	{ description: 'The package, by the ID that Elryan gave' },
);
