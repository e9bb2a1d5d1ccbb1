import { jsonObject } from '../../nodes/shared/jsonObject';
import { refusedBy } from './refused';

const { encode } = jsonObject('Body');
const read = (value: unknown) => encode?.(value, { label: 'Body', timezone: 'UTC' });

it.each([
	['{"a":[1]}', { a: [1] }],
	[{ a: 1 }, { a: 1 }],
	['{}', {}],
])('%j is an object', (value, object) => {
	expect(read(value)).toEqual(object);
});

it.each(['[]', '[{}]', '"a"', '1', 'null', [[{}]], 1, null])('%j is refused', (value) => {
	expect(refusedBy(() => read(value)).title).toBe("'Body' needs a JSON object: { … }");
});

it('what is no JSON is refused as such', () => {
	expect(refusedBy(() => read('{')).title).toBe("'Body' needs valid JSON");
});
