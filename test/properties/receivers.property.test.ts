import fc, { type Arbitrary } from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { doors, SECRET } from './doors';
import { expectNoTraces } from './judge';
import { patience, tried } from './runs';
import { anyText, anyValue } from './values';

/** Dispatch's secret is made of the address; here it is one that can be looked for. */
jest.mock('../../nodes/shared/webhook/address', () => ({
	...jest.requireActual<object>('../../nodes/shared/webhook/address'),
	secretFor: () => 'a-secret-that-nobody-may-see',
}));

/** The documented body with one of its fields replaced, or left out. */
const near = (body: IDataObject): Arbitrary<string> =>
	fc
		.record({ key: fc.constantFrom(...Object.keys(body)), value: anyValue })
		.map(({ key, value }) => JSON.stringify({ ...body, [key]: value as IDataObject }));

const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;

/** Bodies of all kinds: near the documented one, other JSON, broken JSON, texts and bytes. */
const bodies = (body: IDataObject): Arbitrary<Buffer> =>
	fc.oneof(
		near(body).map((text) => Buffer.from(text)),
		fc.json().map((text) => Buffer.from(text)),
		fc.nat({ max: 40 }).map((cut) => Buffer.from(JSON.stringify(body).slice(0, -cut))),
		anyText.map((text) => Buffer.from(text)),
		fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
		fc.constantFrom(99, 101, 20_000).map((levels) => Buffer.from(nested(levels))),
		fc
			.constantFrom('null', '[]', '"x"', '1', '', '\uFEFF{}', '{"__proto__":{"polluted":1}}')
			.map((text) => Buffer.from(text)),
	);

/** What proves who calls, or what is near it, or anything. */
const proofs = (right: string): Arbitrary<unknown> =>
	fc.oneof(
		{ arbitrary: fc.constant(right), weight: 4 },
		{ arbitrary: anyValue, weight: 1 },
		{
			arbitrary: fc.constantFrom<unknown>(
				undefined,
				[right],
				{ $ne: '' },
				` ${right}`,
				right.slice(0, -1),
				right.slice(0, 12),
				`${right}0`,
				`${right}x`,
				`${right.slice(0, -1)}?`,
				`${right.slice(0, -2)}zz`,
				right.toUpperCase(),
				`${right},${right}`,
			),
			weight: 4,
		},
	);

describe.each(doors)('the receiver of $name', ({ receiver, body, call, right, takes }) => {
	const calls = bodies(body).chain((bytes) =>
		fc.record({ bytes: fc.constant(bytes), given: proofs(right(bytes)) }),
	);

	it(
		'answers 200, 400 or 401 to anything, starts only what is proven, and shows no secret',
		async () => {
			const property = fc.asyncProperty(calls, async ({ bytes, given }) => {
				const { status, answer, rows, result } = await receiver.receive(call(bytes, given));
				const starts = result.workflowData !== undefined;
				expect(takes(given, bytes) ? [200, 400] : [401]).toContain(status);
				expect(starts).toBe(status === 200);
				const told = JSON.stringify(answer);
				expect(told).not.toContain(SECRET);
				expectNoTraces(told);
				if (!bytes.includes(SECRET)) expect(JSON.stringify(rows)).not.toContain(SECRET);
			});
			await fc.assert(property, tried(250));
			expect({}).not.toHaveProperty('polluted');
		},
		patience,
	);

	it('starts with a documented body', async () => {
		const bytes = Buffer.from(JSON.stringify(body));
		const { status, rows } = await receiver.receive(call(bytes, right(bytes)));
		expect([status, rows.length]).toEqual([200, 1]);
	});
});
