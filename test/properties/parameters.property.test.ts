import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { encodeText } from '../../nodes/shared/fields';
import { loadSpec } from '../../sandbox/shared/validator';
import type { Outcome } from '../engine';
import { stopAnswering, type Sent } from './answering';
import { expectEachOnce, expectNoTraces, expectOwnForm, itemsOf, rowsOf, wordsOf } from './judge';
import { targetsOf, withExpression, type Target } from './parameters';
import { expectNamed } from './naming';
import { expectReadable, leavesOf } from './requests';
import { host, replyOf } from './running';
import { patience, tried } from './runs';
import { subjects, type Example, type Subject } from './subjects';
import { anyValue } from './values';

beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
afterAll(stopAnswering);

/** An item with an odd value in it, or one as the example has it. */
type Item = { odd: unknown } | undefined;

const items = fc.array(fc.option(fc.record({ odd: anyValue }), { nil: undefined }), {
	minLength: 1,
	maxLength: 5,
});

/** The items of the example, each with what it gives for the parameter. */
const inputOf = ({ input = [{}] }: Example, gifts: IDataObject[]): IDataObject[] =>
	gifts.map((gift, index) => ({ ...input[index % input.length], ...gift }));

/** A text that went out reads at the marketplace as it was given. */
function expectUnharmed(text: string, sent: Sent[]): void {
	const leaves = sent.flatMap(leavesOf);
	expect(leaves.includes(text) || leaves.includes(text.trim()) ? '' : text).toBe('');
}

const isText = ({ field }: Target) => field?.encode === encodeText && field.in !== 'none';

function expectSound(
	outcome: Outcome,
	all: Item[],
	target: Target,
	subject: Subject,
	sent: Sent[],
) {
	const given = all.map((item) => item?.odd);
	expectEachOnce(outcome, all.length, rowsOf(subject.operation));
	const [done = [], failed = []] = outcome.branches;
	for (const row of failed) {
		expectOwnForm(row.json, given);
		const { outcome: how } = row.json.details as IDataObject;
		if (how === 'notSent' && all[itemsOf(row)[0]]) expectNamed(wordsOf(row.json), target, subject);
	}
	for (const { json, ...row } of done) {
		const odd = all[itemsOf({ json, ...row })[0]]?.odd;
		const wasSent = typeof odd === 'string' && odd.trim() !== '' && json.replaced !== true;
		if (wasSent && isText(target)) expectUnharmed(odd, sent);
	}
}

/** Where the run stops, n8n shows one error, which names its item; what all items share has none. */
function expectOwnError(error: NonNullable<Outcome['error']>, all: Item[], { path }: Target) {
	const given = all.map((item) => item?.odd);
	expect(error.name).toMatch(/^Node(Api|Operation)Error$/);
	expectNoTraces(`${error.message} ${error.description ?? ''}`, given);
	if (path[0] !== 'options') expect(all).toHaveProperty(String(error.context?.itemIndex));
}

describe('whatever an expression gives for one parameter', () => {
	it.each(subjects)(
		'%s sends what was meant, or says what is wrong with which field of which item',
		async (title, subject) => {
			const spec = await loadSpec(subject.service.spec);
			for (const example of subject.examples.slice(0, 1)) {
				const { sent, run } = host(subject, replyOf(example));
				const target = fc.constantFrom(...targetsOf(subject, example));
				const ends = fc.boolean();
				const property = fc.asyncProperty(target, items, ends, async (one, all, stops) => {
					const { parameters, give } = withExpression(example.parameters, one);
					const input = inputOf(example, all.map(give));
					const outcome = await run(parameters, input, stops ? undefined : 'continueErrorOutput');
					if (outcome.error) expectOwnError(outcome.error, all, one);
					else expectSound(outcome, all, one, subject, sent);
					const given = all.map((item) => item?.odd);
					for (const request of sent) expectReadable(request, subject, one, spec, given);
				});
				await fc.assert(property, tried(4, title));
			}
		},
		patience,
	);
});
