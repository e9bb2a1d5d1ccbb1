/** What a shop in Baghdad sells, for seeds that look like one. */

export interface Ware {
	en: string;
	ar: string;
	slug: string;
	brand: string;
	category: string;
	/** US dollars. */
	price: number;
}

const ware = (
	slug: string,
	en: string,
	ar: string,
	brand: string,
	category: string,
	price: number,
): Ware => ({ slug, en, ar, brand, category, price });

export const WARES: readonly Ware[] = [
	ware(
		'night_bloom',
		'Night Bloom by Jacomo for Women - Eau de Parfum, 100ml',
		'نايت بلوم من جاكومو للنساء - او دي بارفان, 100 مل',
		'jacomo',
		'perfumes',
		25,
	),
	ware('galaxy_a55', 'Samsung Galaxy A55 5G', 'سامسونج جالاكسي A55', 'samsung', 'phones', 339),
	ware('redmi_note', 'Xiaomi Redmi Note 13', 'شاومي ريدمي نوت 13', 'xiaomi', 'phones', 189.5),
	ware('airpods_pro', 'Apple AirPods Pro', 'سماعات أبل إيربودز برو', 'apple', 'audio', 219),
	ware(
		'tea_set',
		'Iraqi Tea Glass Set, 12 pieces',
		'طقم استكان شاي عراقي 12 قطعة',
		'alwan',
		'kitchen',
		14.75,
	),
	ware('air_cooler', 'Evaporative Air Cooler, 40 L', 'مبردة هواء 40 لتر', 'alwan', 'home', 96),
	ware(
		'power_bank',
		'Anker Power Bank 20000 mAh',
		'شاحن متنقل أنكر 20000',
		'anker',
		'phones',
		32.5,
	),
	ware('date_syrup', 'Basra Date Syrup, 1 kg', 'دبس تمر بصراوي 1 كغم', 'basra', 'kitchen', 6.25),
	ware('led_tv', 'Samsung 55" Crystal UHD TV', 'تلفزيون سامسونج 55 بوصة', 'samsung', 'tv', 429),
	ware('pressure_pot', 'Pressure Cooker, 9 L', 'قدر ضغط 9 لتر', 'alwan', 'kitchen', 48),
];

export interface Entry {
	remoteId: string;
	en: string;
	ar: string;
	parent: string | null;
}

const entry = (remoteId: string, en: string, ar: string, parent: string | null): Entry => ({
	remoteId,
	en,
	ar,
	parent,
});

export const CATEGORIES: readonly Entry[] = [
	entry('electronics', 'Electronics', 'إلكترونيات', null),
	entry('phones', 'Mobile Phones', 'هواتف محمولة', 'electronics'),
	entry('audio', 'Audio', 'صوتيات', 'electronics'),
	entry('tv', 'Televisions', 'تلفزيونات', 'electronics'),
	entry('home', 'Home', 'المنزل', null),
	entry('kitchen', 'Kitchen', 'المطبخ', 'home'),
	entry('beauty', 'Beauty', 'الجمال', null),
	entry('perfumes', 'Perfumes', 'عطور', 'beauty'),
];

export const BRANDS: ReadonlyArray<{ remoteId: string; name: string }> = [
	{ remoteId: 'jacomo', name: 'Jacomo' },
	{ remoteId: 'samsung', name: 'Samsung' },
	{ remoteId: 'xiaomi', name: 'Xiaomi' },
	{ remoteId: 'apple', name: 'Apple' },
	{ remoteId: 'anker', name: 'Anker' },
	{ remoteId: 'alwan', name: 'ألوان' },
	{ remoteId: 'basra', name: 'بصرة' },
];

export const ATTRIBUTES = [
	{ remoteId: 'color', name: 'Color', values: ['أسود', 'أبيض', 'أزرق', 'ذهبي'] },
	{ remoteId: 'size', name: 'Size', values: ['S', 'M', 'L', 'XL'] },
] as const;

/** Documented: Pending Confirmation and Delivered. The others are what such a life needs. */
export const STATUSES: Readonly<Record<string, string>> = {
	'Pending Confirmation': 'بانتظار التأكيد',
	'Under Preparation': 'قيد التجهيز',
	Packed: 'تم التغليف',
	Shipped: 'تم الشحن',
	Delivered: 'تم التوصيل',
	Returned: 'مرتجع',
	Cancelled: 'ملغى',
};

export const TRANSACTION_TYPES = {
	vendorbill: { en: 'Sales', ar: 'مبيعات' },
	vendorcredit: { en: 'Return', ar: 'مرتجعات' },
	vendorpayment: { en: 'Payment', ar: 'دفعة' },
} as const;
