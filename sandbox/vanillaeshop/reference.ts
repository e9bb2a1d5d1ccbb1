/** What a shop has set up before this API is used: nothing here can be made by it. Ids are invented. */

export interface Country {
	id: number;
	code: string;
	name: string;
}

export interface Zone {
	id: number;
	country: string;
	code: string;
	/** The sample has the payment's zone in English and the shipping's in Arabic. */
	name: string;
	arabic: string;
}

const country = (id: number, code: string, name: string): Country => ({ id, code, name });
const zone = (id: number, country: string, code: string, name: string, arabic: string): Zone => ({
	id,
	country,
	code,
	name,
	arabic,
});

/** Saudi Arabia's 184 and Al Madinah's 2877 are in the sample. */
export const COUNTRIES: readonly Country[] = [
	country(184, 'SA', 'Saudi Arabia'),
	country(221, 'AE', 'United Arab Emirates'),
	country(114, 'KW', 'Kuwait'),
	country(17, 'BH', 'Bahrain'),
	country(173, 'QA', 'Qatar'),
	country(161, 'OM', 'Oman'),
];

export const ZONES: readonly Zone[] = [
	zone(2875, 'SA', 'HS', 'Al Hudud ash Shamaliyah', 'الحدود الشمالية'),
	zone(2876, 'SA', 'JF', 'Al Jawf', 'الجوف'),
	zone(2877, 'SA', 'MD', 'Al Madinah', 'المدينة المنورة'),
	zone(2878, 'SA', 'QS', 'Al Qasim', 'القصيم'),
	zone(2879, 'SA', 'RD', 'Ar Riyad', 'الرياض'),
	zone(2880, 'SA', 'AQ', 'Ash Sharqiyah', 'الشرقية'),
	zone(2884, 'SA', 'ML', 'Makkah', 'مكة المكرمة'),
	zone(3507, 'AE', 'DU', 'Dubai', 'دبي'),
	zone(1788, 'KW', 'AS', 'Al Asimah', 'العاصمة'),
];

export const STORES: Readonly<Record<string, string>> = { 0: 'Your Store', 1: 'متجر الهدايا' };

export const DEFAULT_GROUP = 8;

/** Values by option: 36 and 262 to 266 are in the sample. */
export const OPTION_VALUES: ReadonlyArray<[option: number, id: number, en: string, ar: string]> = [
	[11, 46, 'S', 'صغير'],
	[11, 47, 'M', 'وسط'],
	[11, 48, 'L', 'كبير'],
	[36, 262, 'green', 'أخضر'],
	[36, 263, 'pink', 'وردي'],
	[36, 264, 'red', 'أحمر'],
	[36, 265, 'yellow', 'أصفر'],
	[36, 266, 'white', 'أبيض'],
];

/** The values that an `exists` rule finds, by table and column. */
export const FIXED: Readonly<Record<string, ReadonlyArray<string | number>>> = {
	'country.iso_code_2': COUNTRIES.map(({ code }) => code),
	'zone.code': ZONES.map(({ code }) => code),
	'store.store_id': Object.keys(STORES),
	'customer_group.customer_group_id': [1, DEFAULT_GROUP, 9],
	'user.user_id': [1, 2, 7],
	'promotion.promotion_id': [1, 2, 3],
	'stock_status.stock_status_id': [5, 6, 7, 8],
	'product_status.product_status_id': [1, 2, 3, 4],
	'product_demand_status.product_demand_status_id': [1, 2, 3],
	'product_supplier_status.product_supplier_status_id': [1, 2],
	'product_clead_status.product_clead_status_id': [1, 2],
	'category.category_id': [20, 24, 25, 33, 57, 59],
	'filter.filter_id': [1, 2, 3, 4],
	'attribute.attribute_id': [1, 2, 3, 4],
	'option.option_id': [11, 36],
};
