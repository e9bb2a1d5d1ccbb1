import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../shared/operation';
import type { Watch } from '../shared/polling/watch';
import { elryan } from './marketplace';

const operation = (resource: string): Watch['list'] =>
	elryan.resources[resource].operations.getAll as Operation as Watch['list'];

const iso = (value: unknown): string => {
	const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
	return Number.isNaN(time) ? '' : new Date(time).toISOString();
};

/** A Mongo id begins with the second in which it was made; orders and transactions hold no other. */
function madeAt(id: unknown): string {
	const seconds = /^[0-9a-f]{24}$/i.test(String(id)) ? parseInt(String(id).slice(0, 8), 16) : 0;
	return seconds > 0 ? new Date(seconds * 1000).toISOString() : '';
}

const orderFilter = (from: string) => ({ updatedFrom: from });

/** What the trigger can start on. Never by `updatedLocalTime`, which says UTC and is not. */
export const WATCHES: Record<string, Watch> = {
	orderCreated: {
		list: operation('order'),
		name: ({ POlineID: id }) => String(id),
		time: ({ id, dateISO }: IDataObject) => madeAt(id) || iso(dateISO),
		filter: orderFilter,
	},
	orderUpdated: {
		list: operation('order'),
		name: ({ POlineID: id, updatedTime }) => `${String(id)} ${String(updatedTime)}`,
		time: ({ updatedTime }) => iso(updatedTime),
		filter: orderFilter,
	},
	transactionCreated: {
		list: operation('transaction'),
		name: ({ _id: mongoId, id }) => String(mongoId ?? id),
		time: ({ _id: mongoId }) => madeAt(mongoId),
	},
	packageUpdated: {
		list: operation('package'),
		name: ({ id, updated_at: updatedAt }) => `${String(id)} ${String(updatedAt)}`,
		time: ({ updated_at: updatedAt }) => iso(updatedAt),
	},
};
