import type { OpenStage } from '../../shared/stage';
import { edumallsStage, openEdumalls } from '../../shared/tasks/edumalls';

const PAGE_SIZE = 50;

/** The pagination setting that fits this list, as a careful person would fill it in. */
const pagination = {
	paginationMode: 'updateAParameterInEachRequest',
	parameters: {
		parameters: [
			{
				type: 'body',
				name: 'data',
				value: `={{ { sort: 'ASC', page: $pageCount + 1, page_size: ${PAGE_SIZE} } }}`,
			},
		],
	},
	paginationCompleteWhen: 'other',
	completeExpression: `={{ $response.body.products?.length < ${PAGE_SIZE} }}`,
	limitPagesFetched: false,
	requestInterval: 0,
};

/** A seller reads the whole list of products. */
export const openList: OpenStage = async (size) => {
	const shop = await openEdumalls();
	const first = shop.store.addProducts(size);
	return await edumallsStage({
		shop,
		resource: 'product',
		operation: 'getAll',
		action: 'view_product_list',
		parameters: { returnAll: true, filters: {} },
		data: `sort: 'ASC', page: 1, page_size: ${PAGE_SIZE}`,
		callOf: 'data',
		input: [{}],
		pages: { pagination, rows: 'products' },
		truth: {
			kind: 'list',
			wanted: () => first.filter((one) => shop.store.products.includes(one)).map(({ sku }) => sku),
			nameOf: ({ sku }) => (typeof sku === 'string' && sku !== '' ? sku : undefined),
		},
	});
};
