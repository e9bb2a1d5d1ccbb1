import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import {
	describe as tell,
	Failure,
	refusal,
	toErrorRow,
	toFailure,
	toNodeError,
	type FailureFacts,
} from '../../nodes/shared/failure';

const node: INode = {
	id: '1',
	name: 'Shop',
	type: 'shop',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const facts: FailureFacts = {
	title: "Shop refused 'Ship'",
	words: 'Order not found',
	advice: 'Check the number',
	outcome: 'refused',
	status: 404,
	attempts: 1,
};

describe('the words', () => {
	it('are sentences: what the marketplace said, then what to do, then how far it came', () => {
		expect(tell(facts, 'Of 2 items, 1 is done')).toBe(
			'Order not found. Check the number. Of 2 items, 1 is done.',
		);
		expect(tell({ ...facts, words: 'Really?', advice: 'Wait…' })).toBe('Really? Wait…');
		expect(tell({ title: 'x', outcome: 'refused' })).toBe('');
	});

	it('make a message that reads alone, as the credential test shows it', () => {
		expect(new Failure(facts).message).toBe(
			"Shop refused 'Ship'. Order not found. Check the number.",
		);
		expect(refusal("'SKU' is empty").message).toBe("'SKU' is empty");
	});
});

describe('the row of the error branch', () => {
	it('has the three keys by which n8n sends it there, and no other', () => {
		const row = toErrorRow(new Failure(facts));
		expect(Object.keys(row)).toEqual(['error', 'message', 'details']);
		expect(row).toEqual({
			error: "Shop refused 'Ship'",
			message: 'Order not found. Check the number.',
			details: { outcome: 'refused', httpCode: 404, attempts: 1 },
		});
	});

	it('has a message even if there are no words', () => {
		expect(toErrorRow(refusal("'SKU' is empty"))).toEqual({
			error: "'SKU' is empty",
			message: "'SKU' is empty",
			details: { outcome: 'notSent' },
		});
	});

	it('carries what the service said beyond its words', () => {
		const row = toErrorRow(new Failure({ ...facts, details: { errors: [{ code: 7 }] } }));
		expect(row.details).toMatchObject({ errors: [{ code: 7 }] });
	});
});

describe('the error that stops the workflow', () => {
	it('is of the API where a request went out, with its item, status and words', () => {
		const error = toNodeError(node, new Failure(facts), 3, 'Of 5 items, 3 are done');
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: "Shop refused 'Ship'",
			description: 'Order not found. Check the number. Of 5 items, 3 are done.',
			httpCode: '404',
			context: { itemIndex: 3 },
		});
	});

	it('is of the operation where none did', () => {
		const error = toNodeError(node, refusal("'SKU' is empty", 'Give one'), 0);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: "'SKU' is empty",
			description: 'Give one.',
			context: { itemIndex: 0 },
		});
	});

	it.each(['ETIMEDOUT', 'ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET'])(
		"keeps its own title where the network's word is %s",
		(code) => {
			const title = 'Shop did not answer in time';
			const failure = new Failure({ title, words: code, outcome: 'unknown', code });
			expect(toNodeError(node, failure).message).toBe(title);
		},
	);
});

describe('whatever was thrown becomes a failure', () => {
	it('one that is a failure stays itself', () => {
		const failure = new Failure(facts);
		expect(toFailure(failure)).toBe(failure);
	});

	it("n8n's own errors keep their words", () => {
		const error = new NodeOperationError(node, 'No credential', { description: 'Choose one' });
		expect(toFailure(error).facts).toMatchObject({
			title: 'No credential',
			advice: 'Choose one',
			outcome: 'notSent',
		});
	});

	it.each<[unknown, string]>([
		[new Error('broken'), 'broken'],
		['text', 'text'],
		[7, '7'],
		[null, 'null'],
		[undefined, 'undefined'],
		[{}, '[object Object]'],
	])('%p', (thrown, title) => {
		expect(toFailure(thrown).facts).toMatchObject({ title, outcome: 'notSent' });
	});
});
