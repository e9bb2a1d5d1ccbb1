export interface Paging {
	sort?: 'ASC' | 'DESC';
	page?: number;
	page_size?: number;
}

export interface Page<T> {
	total_count: number;
	page_size: number;
	page: number;
	rows: T[];
}

export const DEFAULT_PAGE_SIZE = 10;

/** One page of a list that is sorted upwards. A page beyond the end is empty, not an error. */
export function pageOf<T>(ascending: readonly T[], paging: Paging): Page<T> {
	const { sort = 'DESC', page = 1, page_size = DEFAULT_PAGE_SIZE } = paging;
	const total = ascending.length;
	const from = (page - 1) * page_size;
	const rows =
		sort === 'ASC'
			? ascending.slice(from, from + page_size)
			: ascending.slice(Math.max(0, total - from - page_size), Math.max(0, total - from)).reverse();
	return { total_count: total, page_size, page, rows };
}

export interface Condition {
	eq?: string;
	in?: string[];
	neq?: string;
}

export function meets(value: string, { eq, in: list, neq }: Condition): boolean {
	return (
		(eq === undefined || value === eq) &&
		(list === undefined || list.includes(value)) &&
		(neq === undefined || value !== neq)
	);
}
