import fc from 'fast-check';
import { stopAnswering } from './answering';
import { FAILED_RECORDS, FAILURES, type Failed } from './failures';
import { expectEachOnce, expectOwnForm, rowsOf } from './judge';
import { host, replyOf } from './running';
import { patience, tried } from './runs';
import { subjects, type Subject } from './subjects';

beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
afterAll(stopAnswering);

/** A free request of PrintXpand is for Magento's other calls, whose answers have no entries. */
const judged = subjects.filter(([title]) => title !== 'PrintXpand request: send');

/** Runs the examples of a subject against answers that call all of it failed. */
async function expectFailed(
	subject: Subject,
	ways: Failed[],
	runs: Parameters<typeof tried>,
): Promise<void> {
	const { examples, operation } = subject;
	let [fail] = ways;
	let [example] = examples;
	const { run } = host(subject, (sent) => {
		const reply = replyOf(example)(sent);
		return { ...reply, body: fail(reply.body) };
	});
	const property = fc.asyncProperty(
		fc.constantFrom(...examples),
		fc.constantFrom(...ways),
		async (one, way) => {
			[example, fail] = [one, way];
			const { parameters, input = [{}] } = one;
			const outcome = await run(parameters, input, 'continueErrorOutput');
			expect(outcome.error).toBeUndefined();
			expectEachOnce(outcome, input.length, rowsOf(operation));
			const [done = [], failed = []] = outcome.branches;
			// What a later item takes the place of says so, and was not sent.
			expect(done.filter(({ json }) => json.replaced !== true)).toEqual([]);
			for (const { json } of failed) expectOwnForm(json);
		},
	);
	await fc.assert(property, tried(...runs));
}

describe('what an answer calls failed never reads as done', () => {
	it.each(judged)(
		'%s',
		async (title, subject) => {
			await expectFailed(subject, FAILURES[subject.service.folder], [5, title]);
		},
		patience,
	);

	it.each(Object.entries(FAILED_RECORDS))(
		'%s, of single records',
		async (title, ways) => {
			const subject = subjects.find(([name]) => name === title)?.[1];
			if (!subject) throw new Error(`There is no ${title}`);
			// The one whose answer names every item.
			const examples = subject.examples.slice(0, 1);
			await expectFailed({ ...subject, examples }, ways, [20, title]);
		},
		patience,
	);
});
