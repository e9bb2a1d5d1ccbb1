import fc from 'fast-check';
import { callOptions } from '../../nodes/shared/options';
import type { Connection } from '../../nodes/shared/connection';
import type { Effect } from '../../nodes/shared/operation';
import { decide, type Miss } from '../../nodes/shared/retry';
import { failureOf } from '../../nodes/shared/words';
import { expectNoTraces } from './judge';
import { tried } from './runs';
import { subjects, type Subject } from './subjects';
import { anyText } from './values';

/** Every way in which a call may miss. */
const misses: fc.Arbitrary<Miss> = fc.record(
	{
		status: fc.option(
			fc.constantFrom(400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 501, 502, 503, 504, 505),
			{ nil: undefined },
		),
		code: fc.constantFrom(
			'ECONNREFUSED',
			'ECONNRESET',
			'ETIMEDOUT',
			'ENOTFOUND',
			'CERT_HAS_EXPIRED',
			'EPIPE',
			'ESOMETHING',
		),
		retryAfter: fc.oneof(
			anyText,
			fc.constantFrom(
				'0',
				'-1',
				'119',
				'121',
				'1e400',
				'9'.repeat(400),
				'Wed, 21 Oct 2099 07:28:00 GMT',
				'Thu, 01 Jan 1970 00:00:00 GMT',
			),
		),
	},
	{ requiredKeys: ['status'] },
);

const effectsOf = ({ operation: { effect } }: Subject): Effect[] =>
	typeof effect === 'function' ? ['read', 'set', 'act'] : [effect];

it.each(subjects)('%s gives advice that can be followed, whatever went wrong', (title, subject) => {
	const { operation, service } = subject;
	const options = callOptions(service.marketplace, operation);
	const connection = { marketplace: service.marketplace } as Connection;
	fc.assert(
		fc.property(
			misses,
			fc.constantFrom(...effectsOf(subject)),
			fc.integer({ min: 1, max: 4 }),
			(miss, effect, tries) => {
				const decision = decide(miss, effect, tries, () => 1);
				if (decision.again) return expect(decision.waitMs).toBeLessThanOrEqual(120_000);
				const { facts } = failureOf(connection, { miss }, decision, { operation, effect }, tries);
				const words = `${facts.title} ${facts.advice ?? ''} ${facts.words ?? ''}`;
				expectNoTraces(words);
				// The advice on a call that was slowed down; what acts goes one at a time and has no such option.
				if (words.includes("'Max Concurrent Requests'")) {
					expect(options).toHaveProperty('maxConcurrentRequests');
				}
				const isOpen = effect === 'act' && facts.outcome === 'unknown';
				if (isOpen) expect(facts.title).toContain('It is not known');
			},
		),
		tried(30, title),
	);
});
