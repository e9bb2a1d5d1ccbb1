import fc from 'fast-check';
import type { Operation } from '../../nodes/shared/operation';
import type { Outcome } from '../engine';
import { stopAnswering } from './answering';
import { expectEachOnce, expectOwnForm, rowsOf } from './judge';
import { mutations, type Mutation } from './mutations';
import { host, replyOf } from './running';
import { patience, tried } from './runs';
import { subjects } from './subjects';

beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
afterAll(stopAnswering);

/** More than any example needs, and less than a list without an end would take. */
const MOST_REQUESTS = 60;

function expectSound(outcome: Outcome, count: number, operation: Operation): void {
	expect(outcome.error).toBeUndefined();
	expectEachOnce(outcome, count, rowsOf(operation));
	const [done = [], failed = []] = outcome.branches;
	for (const { json } of failed) expectOwnForm(json);
	for (const { json } of done) expect(Array.isArray(json) ? 'a list' : typeof json).toBe('object');
}

const asItIs: Mutation = (reply) => reply;

describe('whatever the marketplace answers', () => {
	it.each(subjects)(
		'%s ends with its rows, or with an error in plain words',
		async (title, subject) => {
			const { examples } = subject;
			let mutate = asItIs;
			let example = examples[0];
			const { sent, run } = host(subject, (request) => mutate(replyOf(example)(request)));
			const property = fc.asyncProperty(
				fc.constantFrom(...examples),
				mutations,
				async (one, mutation) => {
					({ mutate } = mutation);
					example = one;
					const { parameters, input = [{}] } = one;
					const outcome = await run(parameters, input, 'continueErrorOutput');
					expectSound(outcome, input.length, subject.operation);
					expect(sent.length).toBeLessThan(MOST_REQUESTS);
				},
			);
			await fc.assert(property, tried(7, title));
		},
		patience,
	);
});
