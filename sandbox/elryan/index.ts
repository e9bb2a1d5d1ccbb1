import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createClock, createTimers, type Clock } from '../shared/clock';
import { mountControl } from '../shared/control';
import { createFaultList, type FaultList } from '../shared/faults';
import { createRateLimiter, NO_LIMIT, type RateLimiter } from '../shared/rateLimit';
import { createRequestLog, type LoggedRequest } from '../shared/requestLog';
import { createServer, listen } from '../shared/server';
import { mountService } from '../shared/service';
import { loadSpec } from '../shared/validator';
import { createTokens, type Account } from './account';
import { BASE, handleRequest, placeOf, type ApiParts } from './api';
import { controlRoutes } from './controlRoutes';
import { hostedLabel } from './packageOperations';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { createStore, type Store } from './store';
import { VOICE } from './words';

export type { Account, Settings, Store };

export interface ElryanOptions extends Partial<Settings> {
	/** 0, the default, takes a free port. */
	port?: number;
	/** demo: 60 variants, 17 order lines, 12 transactions, a package. empty: nothing yet. Default: demo. */
	seed?: 'demo' | 'empty';
}

export interface ElryanSandbox {
	/** The base URL of the API; it ends in `/api`. The control API is at `/_sandbox` of its host. */
	readonly url: string;
	readonly account: Account;
	readonly store: Store;
	readonly settings: Settings;
	readonly clock: Clock;
	/** Every API request; the control API and the labels are not in it. `action` is the operation. */
	readonly requests: LoggedRequest[];
	readonly faults: FaultList;
	readonly limits: RateLimiter;
	/** The highest number of API requests that were open at the same time. */
	readonly maxInFlight: number;
	readonly loginCount: number;
	/** Ends all tokens, the pasted one included: `account.apiToken` is another one then. */
	revokeTokens(): void;
	/** Forgets the logged requests, `maxInFlight` and `loginCount`; nothing else. */
	resetStats(): void;
	/** Back to the state after the start: shop, logins, log, faults, limits, settings. */
	reset(): void;
	close(): Promise<void>;
}

const SPEC = join(__dirname, '..', '..', 'specs', 'elryan.openapi.yaml');

export async function startElryan(options: ElryanOptions = {}): Promise<ElryanSandbox> {
	const { port = 0, seed = 'demo', ...wanted } = options;
	const start = (): Settings => structuredClone({ ...DEFAULT_SETTINGS, ...wanted });
	const settings = start();
	const clock = createClock();
	const timers = createTimers();
	const log = createRequestLog();
	const faults = createFaultList();
	const limiter = createRateLimiter();
	const tokens = createTokens(clock, settings);
	const store = createStore(clock, seed);
	const spec = await loadSpec(SPEC);

	const app = createServer();
	const parts: ApiParts = { spec, tokens, context: { store, settings, origin: '' } };
	mountService(app, {
		log,
		faults,
		limiter,
		timers,
		actionOf: (_body, method, path) => placeOf(parts, method, path)?.operationId,
		voice: VOICE,
		refusedToken: tokens.refused,
		handle: (request) => handleRequest(parts, request),
	});
	mountLabels(app, store);

	const sandbox: ElryanSandbox = {
		url: '',
		account: tokens.account,
		store,
		settings,
		clock,
		requests: log.requests,
		faults,
		limits: limiter,
		get maxInFlight() {
			return log.maxInFlight;
		},
		get loginCount() {
			return tokens.loginCount;
		},
		revokeTokens: tokens.revokeAll,
		resetStats() {
			log.clear();
			tokens.clearCount();
		},
		reset() {
			timers.clear();
			tokens.reset();
			log.clear();
			faults.clear();
			limiter.set(NO_LIMIT);
			clock.reset();
			Object.assign(settings, start());
			store.reset();
		},
		async close() {
			timers.clear();
			await server.close();
		},
	};
	mountControl(app, sandbox, controlRoutes);
	const server = await listen(app, port);
	parts.context.origin = server.url;
	return Object.defineProperty(sandbox, 'url', { value: server.url + BASE, enumerable: true });
}

/** Labels are files on a host, no API: anyone who knows the URL may fetch them. */
function mountLabels(app: FastifyInstance, store: Store): void {
	app.get<{ Params: { name: string } }>('/labels/:name', (request, reply) => {
		const file = hostedLabel(store, request.params.name);
		if (!file) return reply.code(404).send();
		return reply.type('application/pdf').send(file);
	});
}
