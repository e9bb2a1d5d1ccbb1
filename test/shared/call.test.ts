import { at, isRecord, put } from '../../nodes/shared/call';

describe('dot paths', () => {
	it('put makes what is on the way, and changes nothing that was given', () => {
		const given = { a: { b: 1 }, c: [1] };
		expect(put(given, 'a.d.e', 2)).toEqual({ a: { b: 1, d: { e: 2 } }, c: [1] });
		expect(put(given, 'c.x', 2)).toEqual({ a: { b: 1 }, c: { x: 2 } });
		expect(given).toEqual({ a: { b: 1 }, c: [1] });
	});

	it.each(['__proto__.polluted', 'constructor.prototype.polluted', 'a.__proto__.polluted'])(
		'%s reaches no prototype',
		(path) => {
			put({ a: {} }, path, 'yes');
			expect({}).not.toHaveProperty('polluted');
		},
	);

	it('at reads own fields, and nothing where a step is missing', () => {
		expect(at({ a: { b: 0 } }, 'a.b')).toBe(0);
		expect(at({ a: [1] }, 'a.0')).toBeUndefined();
		expect(at(null, 'a')).toBeUndefined();
		expect(at({ a: 1 }, 'a.b.c')).toBeUndefined();
		expect(at({}, 'constructor.name')).toBeUndefined();
		expect(at({}, '__proto__')).toBeUndefined();
	});

	it.each<[unknown, boolean]>([
		[{}, true],
		[[], false],
		[null, false],
		['x', false],
		[undefined, false],
	])('%j is a record: %s', (value, expected) => {
		expect(isRecord(value)).toBe(expected);
	});
});
