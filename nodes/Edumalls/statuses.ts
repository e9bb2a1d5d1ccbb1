import type { Extra } from '../shared/fields';
import { suggested } from '../shared/locators';
import type { Search } from '../shared/search';

const choicesOf = (known: Record<string, string>) =>
	Object.entries(known).map(([value, label]) => ({ label, value }));

/**
 * The documentation's list, its diagrams and its samples contradict each other, so all of their values
 * are suggested and any other is taken.
 */
export const STATUSES = {
	canceled: 'Canceled',
	complete: 'Complete',
	delivered: 'Delivered',
	downloaded: 'Downloaded',
	enrolled: 'Enrolled',
	faileddelivery: 'Failed Delivery',
	failedtodeliver: 'Failed to Deliver',
	outfordelivery: 'Out for Delivery',
	pending: 'Pending',
	pending_payment: 'Pending Payment',
	'pending payment': 'Pending Payment (as the List Spells It)',
	processing: 'Processing',
	ready_for_access: 'Ready for Access',
	readytoship: 'Ready to Ship',
	refunded: 'Refunded',
	senttobosta: 'Sent to Bosta',
	senttostarlinks: 'Sent to Starlinks',
	shipped: 'Shipped',
};

/** The list says `cancel`, the responses say `canceled`. */
export const STATES = {
	cancel: 'Cancel (as the List Spells It)',
	canceled: 'Canceled',
	closed: 'Closed',
	complete: 'Complete',
	holded: 'On Hold',
	new: 'New',
	processing: 'Processing',
};

const statusList: Search = { method: 'suggestStatuses', choices: choicesOf(STATUSES) };
const stateList: Search = { method: 'suggestStates', choices: choicesOf(STATES) };

export const status = (extra: Extra = {}) =>
	suggested('Order Status', statusList, {
		description: 'The status that the order gets',
		placeholder: 'e.g. readytoship',
		...extra,
	});

export const state = (extra: Extra = {}) =>
	suggested('Order State', stateList, {
		description: "The state that the order gets; left out, it follows the marketplace's own rules",
		placeholder: 'e.g. processing',
		...extra,
	});
