import { kindOf, secretFor, withSecret } from '../../nodes/shared/webhook/address';
import {
	nameWith,
	ownOf,
	sortOut,
	tagsOf,
	type Registered,
} from '../../nodes/shared/webhook/registration';

const tags = tagsOf(['n8n-1', 'workflow-1', 'node-1'], ['https://n8n.example/webhook/1']);
const changed = tagsOf(['n8n-1', 'workflow-1', 'node-1'], ['https://n8n.example/webhook/2']);
const foreign = tagsOf(['n8n-2', 'workflow-1', 'node-1'], ['https://n8n.example/webhook/1']);

const registered = (id: string, name: string, isActive = true): Registered => ({
	id,
	name,
	isActive,
});
const ids = (all: Registered[]) => all.map(({ id }) => id);

describe('registrations are told apart by the marks at the end of their names', () => {
	it('keeps the one that is as it should be, and renaming the node does not matter', () => {
		const all = [registered('1', nameWith('n8n: Any Name', tags))];
		expect(sortOut(all, tags)).toEqual({ keep: all[0], remove: [] });
	});

	it('removes its own that say something else, are switched off, or are there twice', () => {
		const all = [
			registered('old', nameWith('n8n', changed)),
			registered('off', nameWith('n8n', tags), false),
			registered('good', nameWith('n8n', tags)),
			registered('again', nameWith('n8n', tags)),
		];
		const { keep, remove } = sortOut(all, tags);
		expect(keep?.id).toBe('good');
		expect(ids(remove)).toEqual(['old', 'off', 'again']);
		expect(ids(ownOf(all, tags))).toEqual(['old', 'off', 'good', 'again']);
	});

	it.each([
		nameWith('n8n', foreign),
		"A person's own workflow",
		`n8n [${tags.owner}]`,
		`n8n [${tags.owner} ${tags.content}] copy`,
		'',
	])('leaves another one alone: %s', (name) => {
		expect(sortOut([registered('1', name)], tags)).toEqual({ keep: undefined, remove: [] });
		expect(ownOf([registered('1', name)], tags)).toEqual([]);
	});
});

describe('an address', () => {
	it('carries its secret', () => {
		expect(withSecret('https://n8n.example/webhook/1/dispatch?a=b', 'x y')).toBe(
			'https://n8n.example/webhook/1/dispatch?a=b&secret=x+y',
		);
	});

	it('has a secret of its own for each account', () => {
		const secret = secretFor('https://n8n.example/webhook/1', 'token');
		expect(secret).toMatch(/^[0-9a-f]{64}$/);
		expect(secretFor('https://n8n.example/webhook/1', 'token')).toBe(secret);
		expect(secretFor('https://n8n.example/webhook/2', 'token')).not.toBe(secret);
		expect(secretFor('https://n8n.example/webhook/1', 'other')).not.toBe(secret);
	});

	it.each([
		['https://n8n.example/webhook/abc/dispatch', 'abc', 'webhook'],
		['https://n8n.example/webhook-test/abc/dispatch', 'abc', 'webhook-test'],
		['https://n8n.example/base/path/hooks/abc/dispatch', 'abc', 'hooks'],
		['https://n8n.example/webhook-test/w1/dispatch%20trigger/dispatch', 'w1', 'webhook-test'],
	])('%s is of the kind that stands before %s: %s', (address, own, kind) => {
		expect(kindOf(address, own)).toBe(kind);
	});
});
