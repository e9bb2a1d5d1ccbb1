/** What a school supplier in Saudi Arabia might sell, and to whom. All of it is made up. */

export interface CatalogEntry {
	en: string;
	ar: string;
	slug: string;
	/** Net price in riyals. */
	price: number;
	/** Kilograms; 0 for what is downloaded. */
	weight: number;
	virtual?: true;
}

export const CATALOG: readonly CatalogEntry[] = [
	{
		en: 'Exercise Book 100 pages',
		ar: 'دفتر ١٠٠ ورقة',
		slug: 'exercise-book',
		price: 5.5,
		weight: 0.2,
	},
	{ en: 'School Bag', ar: 'حقيبة مدرسية', slug: 'school-bag', price: 119, weight: 0.9 },
	{ en: 'Boys Uniform', ar: 'زي مدرسي للأولاد', slug: 'boys-uniform', price: 158.26, weight: 0.5 },
	{ en: 'Girls Uniform', ar: 'زي مدرسي للبنات', slug: 'girls-uniform', price: 158.26, weight: 0.5 },
	{ en: 'Geometry Set', ar: 'طقم هندسة', slug: 'geometry-set', price: 24.35, weight: 0.353 },
	{
		en: 'Scientific Calculator',
		ar: 'آلة حاسبة علمية',
		slug: 'calculator',
		price: 89.9,
		weight: 0.15,
	},
	{
		en: 'Colouring Pencils, 24',
		ar: 'أقلام تلوين ٢٤ لونًا',
		slug: 'pencils-24',
		price: 18.75,
		weight: 0.25,
	},
	{ en: 'Lunch Box', ar: 'علبة طعام', slug: 'lunch-box', price: 34.5, weight: 0.3 },
	{
		en: 'Water Bottle 500 ml',
		ar: 'قارورة ماء ٥٠٠ مل',
		slug: 'water-bottle',
		price: 29.95,
		weight: 0.2,
	},
	{
		en: 'Arabic Reader, Grade 3',
		ar: 'كتاب القراءة – الصف الثالث',
		slug: 'reader-3',
		price: 42,
		weight: 0.4,
	},
	{
		en: 'Maths Workbook, Grade 5',
		ar: 'كراسة الرياضيات – الصف الخامس',
		slug: 'maths-5',
		price: 37.25,
		weight: 0.4,
	},
	{
		en: 'Online English Course',
		ar: 'دورة اللغة الإنجليزية',
		slug: 'english-course',
		price: 260.87,
		weight: 0,
		virtual: true,
	},
];

export const VARIANTS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'] as const;

export interface Person {
	first: string;
	last: string;
	/** For the mail address, which stays in Latin letters. */
	latin: string;
}

export const PEOPLE: readonly Person[] = [
	{ first: 'عبدالله', last: 'البخاري', latin: 'abdullah.bukhari' },
	{ first: 'Sara', last: 'Al-Otaibi', latin: 'sara.otaibi' },
	{ first: 'محمد', last: 'القحطاني', latin: 'mohammed.qahtani' },
	{ first: 'Noura', last: 'Al-Harbi', latin: 'noura.harbi' },
	{ first: 'فاطمة', last: 'الزهراني', latin: 'fatimah.zahrani' },
	{ first: 'Khalid', last: 'Al-Ghamdi', latin: 'khalid.ghamdi' },
	{ first: 'ريم', last: 'الشمري', latin: 'reem.shammari' },
	{ first: 'John', last: "O'Connor", latin: 'john.oconnor' },
	{ first: 'نوف', last: 'الدوسري', latin: 'nouf.dossary' },
	{ first: 'Yousef', last: 'Al-Mutairi', latin: 'yousef.mutairi' },
];

export interface Place {
	city: string;
	region: string;
	street: string;
	short: string | null;
}

export const PLACES: readonly Place[] = [
	{ city: 'JEDDAH', region: 'Makkah', street: '7811 Abdullah Bukhari', short: 'JCZB7811' },
	{
		city: 'Riyadh',
		region: 'Riyadh Region',
		street: '2929 King Fahd Road / Olaya',
		short: 'RRRD2929',
	},
	{
		city: 'الدمام',
		region: 'المنطقة الشرقية',
		street: 'شارع الأمير محمد بن فهد ٣٢٤١',
		short: null,
	},
	{ city: 'Madinah', region: 'Madinah', street: '4120 Quba Street', short: 'MDQB4120' },
	{ city: 'أبها', region: 'عسير', street: 'طريق الملك عبدالعزيز ٦٦٠٧', short: 'ABKA6607' },
];

export const SCHOOLS = [
	{ id: '123', name: 'test school' },
	{ id: '124', name: 'مدارس الأمل الأهلية' },
	{ id: '125', name: 'Red Sea International School' },
] as const;

/** The vendor's own sample. */
export const CUSTOMER_GROUPS = [
	{ id: 1, code: 'general', tax_class_id: 3, tax_class_name: 'Retail Customer' },
	{ id: 2, code: 'wholesale', tax_class_id: 4, tax_class_name: 'Wholesale' },
	{ id: 3, code: 'retailer', tax_class_id: 5, tax_class_name: 'Retailer' },
] as const;
