import type { IDataObject } from 'n8n-workflow';
import { pageNumber, type Pager } from '../shared/pagers';

const ROOT = '/rest/V1/integration/seller';

/** One action of a resource: all go to one URL, and the body says which one is meant. */
export const action = (resource: 'order' | 'product' | 'customer', name: string) => ({
	method: 'POST' as const,
	path: `${ROOT}/${resource}`,
	envelope: (data: IDataObject) => ({ action: name, data }),
});

/** All lists page alike; 50 is the documented maximum. */
export const pager: Pager = pageNumber({
	page: 'data.page',
	size: 'data.page_size',
	total: 'total_count',
	maxSize: 50,
});

export const sort = { to: 'data.sort', oldestFirst: 'ASC', newestFirst: 'DESC' };
