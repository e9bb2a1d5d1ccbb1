import { choice, encodeText, field, rows, text, type Extra, type Field } from '../../shared/fields';
import { amount, decimal } from '../../shared/numbers';
import type { Fields } from '../../shared/operation';
import { shownFor } from '../../shared/shown';
import { oneOrZero } from './switches';

/** A whole number in a row: its box begins empty. */
const whole = (label: string, extra: Extra): Field =>
	amount(label, { whole: true, min: 0, ...extra });

/** A whole number that the service takes as text. */
const wholeText = (label: string, extra: Extra): Field =>
	text(label, {
		...extra,
		encode: (value, given) => String(whole(label, {}).encode?.(value, given)),
	});

const title = (placeholder: string) =>
	text('Title', { required: true, placeholder, description: 'What the buyer reads' });

const price = decimal('Price', {
	placeholder: 'e.g. 5.00',
	description: 'What it adds to the price of the product',
});

const priceType = field('Price Type', 'string', 'fixed', {
	encode: encodeText,
	to: 'price_type',
	placeholder: 'e.g. fixed',
	description: "Every example of PrintXpand says 'fixed'",
});

const sku = text('SKU', { placeholder: 'e.g. gift1' });

const sortOrder = whole('Sort Order', { to: 'sort_order', placeholder: 'e.g. 1' });

/** One of the values of an option. */
const value: Fields = {
	isDelete: oneOrZero('Delete', {
		to: 'is_delete',
		description: 'Whether to remove this value from the option',
	}),
	price,
	priceType,
	sku,
	sortOrder,
	title: title('e.g. Red'),
	value: text('Value', { placeholder: 'e.g. red' }),
	valueId: text('Value ID', {
		to: 'value_id',
		placeholder: 'e.g. 7',
		description: 'Of a value that exists already',
	}),
};

const forText = (shown: Field) => shownFor({ type: ['area', 'field'] }, shown);
const forFile = (shown: Field) => shownFor({ type: ['file'] }, shown);
const forSelect = (shown: Field) =>
	shownFor({ type: ['checkbox', 'drop_down', 'multiple', 'radio'] }, shown);

const option: Fields = {
	fileExtension: forFile(
		text('File Extensions', {
			to: 'file_extension',
			placeholder: 'e.g. png,jpg',
			description: 'The kinds of files that the buyer may send',
		}),
	),
	maxCharacters: forText(
		whole('Max Characters', { to: 'max_characters', placeholder: 'e.g. 100' }),
	),
	imageSizeY: forFile(
		wholeText('Max Image Height', {
			to: 'image_size_y',
			placeholder: 'e.g. 20',
			description: 'In pixels',
		}),
	),
	imageSizeX: forFile(
		wholeText('Max Image Width', {
			to: 'image_size_x',
			placeholder: 'e.g. 100',
			description: 'In pixels',
		}),
	),
	price,
	priceType,
	isRequire: oneOrZero('Required', {
		to: 'is_require',
		placeholder: 'e.g. 1',
		description: 'Whether the buyer must fill it in',
	}),
	sku,
	sortOrder,
	title: title('e.g. Gift message'),
	type: choice(
		'Type',
		{
			area: 'Text Area',
			checkbox: 'Checkbox',
			date: 'Date',
			date_time: 'Date and Time',
			drop_down: 'Drop-Down',
			field: 'Text Field',
			file: 'File',
			multiple: 'Multiple Select',
			radio: 'Radio Buttons',
			time: 'Time',
		},
		{
			initially: 'field',
			required: true,
			placeholder: 'e.g. field',
			description: 'What the buyer fills in',
		},
	),
	values: forSelect(
		rows('Values', value, { row: 'Value', description: 'What the buyer can choose from' }),
	),
};

/** What a buyer can fill in or choose for a product. */
export const customOptions = rows('Custom Options', option, {
	to: 'custom_options',
	row: 'Custom Option',
	description: 'What the buyer can fill in or choose',
});
