export interface Customer {
	id: string;
	first_name: string;
	last_name: string;
	email: string;
}

export interface Category {
	id: number;
	name: string;
	/** 0 at the top. */
	parent_id: number;
	status: number;
}

/** The fields as they were sent, an update's over those before. */
export interface Product {
	id: string;
	/** Those of its `category_id` that there are. */
	categories: number[];
	fields: Record<string, unknown>;
	/** By id. */
	variations: Map<string, Record<string, unknown>>;
}

export interface Order {
	order_id: string;
	/** As they were sent, `sub_total` included: what it is the sum of is not known. */
	fields: Record<string, unknown>;
	created_at: string;
	updated_at: string;
}
