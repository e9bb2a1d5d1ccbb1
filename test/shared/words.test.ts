import type { Answer } from '../../nodes/shared/call';
import type { Connection } from '../../nodes/shared/connection';
import type { Effect, Said } from '../../nodes/shared/operation';
import { decide, missOf, type Decision, type Miss } from '../../nodes/shared/retry';
import { failureOf, redirected, stopped } from '../../nodes/shared/words';

const connection = {
	marketplace: { name: 'Shop' },
	baseUrl: 'https://shop.example/api',
} as unknown as Connection;

const operation = { name: 'Ship', verify: 'Look at the order first' };

const ATTEMPTS = 4;

function told(miss: Miss, effect: Effect, answer?: Answer, said?: Said) {
	const decision = decide(miss, effect, ATTEMPTS) as Extract<Decision, { again: false }>;
	expect(decision.again).toBe(false);
	return failureOf(connection, { miss, answer, said }, decision, { operation, effect }, ATTEMPTS)
		.facts;
}

function answered(status: number, unreadable?: string, said?: Said, effect: Effect = 'read') {
	const answer: Answer = { status, headers: {}, body: unreadable, unreadable };
	return told(missOf(answer) ?? { status }, effect, answer, said);
}

describe('the network', () => {
	it.each([
		['ETIMEDOUT', 'Shop did not answer in time', 'Timeout'],
		['ECONNABORTED', 'Shop did not answer in time', 'Timeout'],
		['ENOTFOUND', 'The host of Shop was not found', 'DNS'],
		['EAI_AGAIN', 'The host of Shop was not found', 'DNS'],
		['ECONNREFUSED', 'Shop cannot be reached', 'address'],
		['ECONNRESET', 'The connection to Shop broke off', 'address'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'The certificate of Shop is not trusted', 'Ignore SSL'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate of Shop is not trusted', 'Ignore SSL'],
	])('%s: %s', (code, title, advice) => {
		const facts = told({ code }, 'read');
		expect(facts).toMatchObject({ title, code, outcome: 'refused', attempts: ATTEMPTS });
		expect(facts.advice).toContain(advice);
	});
});

describe('the status', () => {
	it.each<[number, Said['kind'], string]>([
		[429, undefined, 'Shop still asks to slow down'],
		[401, undefined, 'Shop refused access'],
		[403, undefined, 'Shop refused access'],
		[400, 'token', 'Shop refused access'],
		[404, 'notFound', "Shop did not find what 'Ship' is about"],
		[404, undefined, "Shop refused 'Ship'"],
		[422, undefined, "Shop refused 'Ship'"],
		[500, undefined, "Shop could not carry out 'Ship'"],
		[503, undefined, "Shop could not carry out 'Ship'"],
	])('%i (%s): %s', (status, kind, title) => {
		const facts = answered(status, undefined, { words: 'Their words', kind });
		expect(facts).toMatchObject({ title, status, words: 'Their words' });
	});

	it('is told where the marketplace said nothing', () => {
		expect(answered(418).words).toBe('Status 418');
	});

	it("gives the marketplace's own advice the first place", () => {
		const facts = answered(500, undefined, { words: 'w', advice: 'Do this' });
		expect(facts.advice).toBe('Do this');
	});
});

describe('an answer that cannot be read', () => {
	it.each([
		['', 'Shop sent an empty answer', undefined],
		['{"a":', 'The answer of Shop cannot be read', '{"a":'],
		['<html><body>Hello</body></html>', 'Shop answered with a web page', 'Hello'],
	])('%j', (text, title, words) => {
		expect(answered(200, text)).toMatchObject({ title, words, status: 200 });
	});

	it('a page of a firewall is told in its text: no tags, no scripts, and not all of it', () => {
		const page = `<html><style>a{}</style><script>x()</script><h1>Access\n denied</h1>${'y '.repeat(500)}`;
		const { words = '' } = answered(502, page);
		expect(words).toMatch(/^Access denied y/);
		expect(words.length).toBeLessThanOrEqual(201);
	});
});

describe('an outcome that is not known', () => {
	it('of an act: says so, what happened, that it was not repeated, and what to look at', () => {
		expect(told({ code: 'ETIMEDOUT' }, 'act')).toMatchObject({
			title: "It is not known whether 'Ship' happened",
			words: 'Shop did not answer in time',
			advice: 'It was not repeated, since that could do it twice. Look at the order first',
			outcome: 'unknown',
		});
	});

	it("keeps the marketplace's words", () => {
		const facts = answered(500, undefined, { words: 'Deadlock' }, 'act');
		expect(facts.words).toBe("Shop could not carry out 'Ship': Deadlock");
		expect(facts.outcome).toBe('unknown');
	});

	it('of a set: may be run again', () => {
		const facts = told({ code: 'ECONNRESET' }, 'set');
		expect(facts.outcome).toBe('unknown');
		expect(facts.advice).toContain('may be run again without harm');
	});

	it('never of a read, nor of what surely did not arrive', () => {
		expect(told({ code: 'ETIMEDOUT' }, 'read').outcome).toBe('refused');
		expect(told({ code: 'ECONNREFUSED' }, 'act').outcome).toBe('refused');
		expect(told({ status: 429 }, 'act').outcome).toBe('refused');
		expect(told({ code: 'CERT_HAS_EXPIRED' }, 'act').outcome).toBe('refused');
	});
});

describe('a wait that is too long', () => {
	it('names the time', () => {
		jest.useFakeTimers({ now: Date.parse('2026-03-01T10:00:00Z') });
		const { title } = told({ status: 429, retryAfter: '3600' }, 'read');
		jest.useRealTimers();
		expect(title).toBe('Shop asks to wait until 2026-03-01 11:00:00 UTC');
	});

	it.each(['99999999999', '99999999999999999999', '9'.repeat(400)])(
		'even of %s s',
		(retryAfter) => {
			expect(told({ status: 429, retryAfter }, 'read').title).toMatch(/wait until \d{4}-\d\d-\d\d/);
		},
	);
});

describe('a login that failed before the call', () => {
	it('speaks for itself', () => {
		const neverSent = { title: 'No login', outcome: 'notSent' as const, transient: true as const };
		expect(told({ status: 503, neverSent }, 'act')).toMatchObject({
			title: 'No login',
			outcome: 'notSent',
			attempts: ATTEMPTS,
		});
	});
});

describe('a redirect', () => {
	const told301 = (location?: string) =>
		redirected(
			connection,
			{ status: 301, headers: location === undefined ? {} : { location }, body: undefined },
			{ operation, effect: 'set' },
		).facts;

	it.each([
		['https://other.example/login?token=secret', 'Status 301 to https://other.example'],
		['/login', 'Status 301 to https://shop.example'],
		['//other.example/x', 'Status 301 to https://other.example'],
		['', 'Status 301 to nowhere'],
		[undefined, 'Status 301 to nowhere'],
		['http://[', 'Status 301 to http://['],
	])('to %j names where the host moved', (location, words) => {
		expect(told301(location)).toMatchObject({ words, outcome: 'refused', status: 301 });
	});
});

describe('an execution that was stopped', () => {
	it.each<[Effect, boolean, string]>([
		['read', true, 'notSent'],
		['read', false, 'notSent'],
		['set', true, 'unknown'],
		['act', true, 'unknown'],
		['act', false, 'notSent'],
	])('%s, under way: %s', (effect, underWay, outcome) => {
		expect(stopped({ operation, effect }, underWay).facts.outcome).toBe(outcome);
	});

	it('says what to look at where the last call may have arrived', () => {
		expect(stopped({ operation, effect: 'act' }, true).facts.advice).toBe(
			'Look at the order first',
		);
	});
});
