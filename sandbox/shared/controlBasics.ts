import type { Clock } from './clock';
import type { ControlRoutes } from './control';
import { ControlError } from './controlError';
import { numberField, onlyFields } from './controlInput';
import { FAULT_KINDS, isFault, type FaultList } from './faults';
import type { RateLimiter } from './rateLimit';
import type { LoggedRequest } from './requestLog';

/** What every service has, whatever it sells. */
export interface BasicSandbox {
	readonly settings: object;
	readonly clock: Clock;
	readonly requests: LoggedRequest[];
	readonly faults: FaultList;
	readonly limits: RateLimiter;
	revokeTokens(): void;
	resetStats(): void;
	reset(): void;
}

/** Says what a value of a setting should have been; undefined when it is good. */
export type SettingCheck = (field: string, value: unknown) => string | undefined;

export function basicControls<S extends BasicSandbox>(
	defaults: object,
	check: SettingCheck = sameType(defaults),
): ControlRoutes<S> {
	return {
		'GET /_sandbox/requests': ({ sandbox }) => sandbox.requests,
		'DELETE /_sandbox/requests': ({ sandbox }) => done(sandbox.resetStats()),
		'POST /_sandbox/tokens/revoke': ({ sandbox }) => done(sandbox.revokeTokens()),

		'GET /_sandbox/faults': ({ sandbox }) => sandbox.faults.active,
		'POST /_sandbox/faults': ({ sandbox, body }) => {
			if (!isFault(body)) throw new ControlError(`'kind' must be one of ${FAULT_KINDS.join(', ')}`);
			sandbox.faults.add(body);
			return sandbox.faults.active;
		},
		'DELETE /_sandbox/faults': ({ sandbox }) => done(sandbox.faults.clear()),
		'PUT /_sandbox/limits': ({ sandbox, body }) => {
			onlyFields(body, ['requestsPerSecond', 'burst', 'retryAfterSeconds']);
			const change: Record<string, number | null> = {};
			for (const field of Object.keys(body)) {
				change[field] = body[field] === null ? null : (numberField(body, field) ?? null);
			}
			sandbox.limits.set(change);
			return sandbox.limits.limits;
		},
		'PUT /_sandbox/settings': ({ sandbox, body }) => {
			onlyFields(body, Object.keys(defaults));
			for (const [field, value] of Object.entries(body)) {
				const wrong = check(field, value);
				if (wrong !== undefined) throw new ControlError(wrong);
			}
			return Object.assign(sandbox.settings, body);
		},
		'POST /_sandbox/clock': ({ sandbox, body }) => {
			sandbox.clock.advance(numberField(body, 'advanceMs') ?? 0);
			return { now: new Date(sandbox.clock.now()).toISOString() };
		},
		'POST /_sandbox/reset': ({ sandbox }) => done(sandbox.reset()),
	};
}

export const sameType =
	(defaults: object): SettingCheck =>
	(field, value) => {
		const wanted = typeof (defaults as Record<string, unknown>)[field];
		return typeof value === wanted ? undefined : `'${field}' must be a ${wanted}`;
	};

export const done = (_nothing: void): { ok: true } => ({ ok: true });
