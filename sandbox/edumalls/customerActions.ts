import { CUSTOMER_GROUPS } from './catalog';
import { pageOf, type Paging } from './lists';
import { success, type Action } from './result';
import { WORDS } from './words';

export const customerActions: Record<string, Action> = {
	view_customer_list: (store, data) => {
		const { rows, ...page } = pageOf(store.customers, data as Paging);
		const message =
			page.total_count === 0
				? WORDS.noCustomers
				: `${rows.length} Customer(s) retrieved successfully`;
		return success(message, { ...page, customers: rows });
	},

	view_customer_groups: () => success(WORDS.groupsRetrieved, { customer_groups: CUSTOMER_GROUPS }),
};
