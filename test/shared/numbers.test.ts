import { decimal } from '../../nodes/shared/numbers';
import { refusedBy } from './refused';

const encode = (field: ReturnType<typeof decimal>, value: unknown) =>
	field.encode?.(value, { label: field.property.displayName, timezone: 'UTC' });

it.each<[unknown, string]>([
	['22.00', '22.00'],
	[22, '22'],
	['-5', '-5'],
])('%j is sent as %j', (given, sent) => {
	expect(encode(decimal('Price'), given)).toBe(sent);
});

it.each([
	['ten', "'Price' needs a number", "'Price' is 'ten'"],
	[{ a: 1 }, "'Price' needs a number", "'Price' is '{\"a\":1}'"],
	['-0.01', "'Price' needs a number of at least 0", "'Price' is '-0.01'"],
])('refuses %j and says what it was', (given, title, advice) => {
	const found = refusedBy(() => encode(decimal('Price', { min: 0 }), given));
	expect([found.title, found.advice]).toEqual([title, advice]);
});

it("says it in the vendor's words where there are some", () => {
	const field = decimal('Price', { min: 0, words: 'Please pass a price.' });
	expect(encode(field, '0')).toBe('0');
	expect(refusedBy(() => encode(field, -1))).toMatchObject({
		title: 'Please pass a price.',
		advice: "'Price' is '-1'",
	});
});

it('shows an empty box and nothing of its rules', () => {
	const { property } = decimal('Price', { min: 0, words: 'No', to: 'p', placeholder: 'e.g. 1' });
	expect(property).toEqual({
		displayName: 'Price',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1',
	});
});
