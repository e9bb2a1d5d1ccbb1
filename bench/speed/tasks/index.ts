import type { OpenStage, Stage } from '../../shared/stage';
import { openComment } from '../../shared/tasks/comment';
import { openElryanStock } from '../../shared/tasks/elryan';
import { openShipment } from '../../shared/tasks/shipment';
import { openStock } from '../../shared/tasks/stock';
import { openMagentoOrders } from './magentoShop';
import { openEdumallsOrders, openElryanOrders, PAGE_SIZE } from './orders';
import type { Bulk, Extras, Job, Pages, Setting, TaskName } from './task';

export const OPENERS: Record<TaskName, OpenStage> = {
	stock: openStock,
	prices: openElryanStock,
	edumallsOrders: openEdumallsOrders,
	elryanOrders: openElryanOrders,
	magentoOrders: openMagentoOrders,
	shipments: openShipment,
	mails: openComment,
};

const listBody = (page: string): string =>
	`={{ JSON.stringify({ action: 'view_order_list', data: { sort: 'ASC', page: ${page}, page_size: ${PAGE_SIZE} } }) }}`;

const BULK: Partial<Record<TaskName, Bulk>> = {
	prices: { size: 100, body: '={{ JSON.stringify({ items: $json.items }) }}' },
};

const PAGES: Partial<Record<TaskName, Pages>> = {
	edumallsOrders: {
		first: listBody('1'),
		others: `={{ Array.from({ length: Math.ceil($json.total_count / ${PAGE_SIZE}) - 1 }, (_, index) => ({ page: index + 2 })) }}`,
		body: listBody('$json.page'),
	},
};

const extrasOf = (setting: Setting): Extras => ({
	setting,
	bulk: BULK[setting.task],
	pages: PAGES[setting.task],
});

/** What of a stage can leave its process. */
export const jobOf = ({ shop, input, token, node, http }: Stage, setting: Setting): Job => ({
	...extrasOf(setting),
	url: shop.url,
	input,
	token,
	http,
	node: { ...node, credentials: node.credentials(shop.url) },
});
