/** What a gift shop in Riyadh sells, for seeds that look like one. */
export interface Ware {
	sku: string;
	en: string;
	ar: string;
	/** Saudi riyals. */
	price: number;
	category: number;
	/** The option that the ware comes in. */
	option?: 11 | 36;
}

const ware = (
	sku: string,
	en: string,
	ar: string,
	price: number,
	category: number,
	option?: 11 | 36,
): Ware => ({ sku, en, ar, price, category, ...(option === undefined ? {} : { option }) });

export const WARES: readonly Ware[] = [
	ware('van.85', 'Ceramic Coffee Cup', 'فنجان قهوة سيراميك', 15, 20, 36),
	ware('van.86', 'Oud Wood Incense, 50 g', 'بخور عود 50 جم', 89.5, 24),
	ware('van.87', 'Vanilla Body Mist, 250 ml', 'معطر جسم بالفانيليا 250 مل', 49, 24),
	ware('van.88', 'Embroidered Abaya', 'عباءة مطرزة', 260, 33, 11),
	ware('van.89', 'Ajwa Dates, 1 kg', 'تمر عجوة 1 كجم', 75, 57),
	ware('van.90', 'Arabic Coffee Pot', 'دلة قهوة عربية', 118.75, 20),
	ware('van.91', 'Silk Scarf', 'وشاح حرير', 95, 33, 36),
	ware('van.92', 'Gift Box with Ribbon', 'صندوق هدايا بشريط', 22, 59),
	ware('van.93', 'Rose Water, 200 ml', 'ماء ورد 200 مل', 18.25, 25),
	ware('van.94', 'Prayer Mat', 'سجادة صلاة', 64, 59, 36),
];

export const BRANDS: ReadonlyArray<{ entity_id: string; name: string }> = [
	{ entity_id: '501', name: 'Vanilla' },
	{ entity_id: '502', name: 'دار العود' },
	{ entity_id: '503', name: 'Nakheel' },
];

export const CUSTOMERS: ReadonlyArray<{ firstname: string; email: string; telephone: string }> = [
	{ firstname: 'سارة', email: 'sara@customers.example', telephone: '0500000001' },
	{ firstname: 'Khalid', email: 'khalid@customers.example', telephone: '0500000002' },
	{ firstname: 'نورة', email: 'noura@customers.example', telephone: '0500000003' },
];
