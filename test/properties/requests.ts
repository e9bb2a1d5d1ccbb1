import { isRecord } from '../../nodes/shared/call';
import type { Spec } from '../../sandbox/shared/validator';
import type { Sent } from './answering';
import { expectNoTraces } from './judge';
import type { Target } from './parameters';
import type { Subject } from './subjects';

/** All that a server reads from a request: texts, numbers and whatever else its parts hold. */
export function leavesOf({ path, query, body }: Sent): unknown[] {
	const segments = path.split('/').map(decodeURIComponent);
	return [...segments, ...new URLSearchParams(query).values(), ...leavesIn(body)];
}

function leavesIn(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.flatMap(leavesIn);
	if (isRecord(value)) return [...Object.keys(value), ...Object.values(value).flatMap(leavesIn)];
	return [value];
}

/** What a marketplace cannot make sense of, whatever its rules for single values are. */
const OF_FORM = / must be (string|number|integer|boolean|array|object)|is not known|has no /;

/** A request that the marketplace can read, and that goes nowhere else. */
export function expectReadable(
	sent: Sent,
	{ resource }: Subject,
	{ path: place }: Target,
	spec: Spec,
	given: unknown[],
): void {
	const { method, path, query, body, headers } = sent;
	expect(path).toMatch(/^(\/[\w.~!*'()%@:$,;+=-]*)+$/);
	expect(path.split('/')).not.toContain('..');
	expectNoTraces(`${path} ${query} ${JSON.stringify(body)}`, given);
	const told = JSON.stringify(headers);
	for (const one of given) {
		if (typeof one === 'string' && one.trim().length > 8) expect(told).not.toContain(one.trim());
	}
	expect(told).not.toMatch(/injected/i);
	if (resource === 'request') return;
	const problem = spec.checkRequest(method, query === '' ? path : `${path}?${query}`, body);
	// What is given as JSON is in the marketplace's own form, and goes out as it was given.
	const isOwn = place[place.length - 1].endsWith('Json');
	expect(!isOwn && OF_FORM.test(problem?.reason ?? '') ? problem?.reason : '').toBe('');
}
