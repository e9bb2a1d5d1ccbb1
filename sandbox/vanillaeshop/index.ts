import { join } from 'node:path';
import { createClock, createTimers, type Clock } from '../shared/clock';
import { mountControl } from '../shared/control';
import { createFaultList, type FaultList } from '../shared/faults';
import { createRateLimiter, NO_LIMIT, type RateLimiter } from '../shared/rateLimit';
import { createRequestLog, type LoggedRequest } from '../shared/requestLog';
import { createServer, listen } from '../shared/server';
import { mountService } from '../shared/service';
import { loadSpec } from '../shared/validator';
import { createLogin, type Account } from './account';
import { handleRequest, unauthenticated, type ApiParts } from './api';
import { controlRoutes } from './controlRoutes';
import { createThrottle } from './laravel/throttle';
import { routeOf } from './routes';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { createStore, type Store } from './store';
import { VOICE } from './words';

export type { Account, Settings, Store };

export interface VanillaEshopOptions extends Partial<Settings> {
	/** 0, the default, takes a free port. */
	port?: number;
	/** demo: 10 products, 6 orders, 3 customers, 3 manufacturers. empty: none of these. Default: demo. */
	seed?: 'demo' | 'empty';
}

export interface VanillaEshopSandbox {
	/** The base URL of the API, plain http as at the vendor. The control API is at `/_sandbox`. */
	readonly url: string;
	readonly account: Account;
	readonly store: Store;
	readonly settings: Settings;
	readonly clock: Clock;
	/** Every request but those to the control API. `action` is the operation. */
	readonly requests: LoggedRequest[];
	readonly faults: FaultList;
	readonly limits: RateLimiter;
	/** The highest number of API requests that were open at the same time. */
	readonly maxInFlight: number;
	/** Ends all secrets: those in `account` are others then. */
	revokeTokens(): void;
	/** Forgets the logged requests and `maxInFlight`; nothing else. */
	resetStats(): void;
	/** Back to the state after the start: shop, secrets, log, faults, limits, settings. */
	reset(): void;
	close(): Promise<void>;
}

const SPEC = join(__dirname, '..', '..', 'specs', 'vanillaeshop.openapi.yaml');

export async function startVanillaEshop(
	options: VanillaEshopOptions = {},
): Promise<VanillaEshopSandbox> {
	const { port = 0, seed = 'demo', ...wanted } = options;
	const start = (): Settings => ({ ...DEFAULT_SETTINGS, ...wanted });
	const settings = start();
	const clock = createClock();
	const timers = createTimers();
	const log = createRequestLog();
	const faults = createFaultList();
	const limiter = createRateLimiter();
	const throttle = createThrottle(clock);
	const login = createLogin(settings);
	const store = createStore(clock, seed);
	const spec = await loadSpec(SPEC);

	const app = createServer();
	const parts: ApiParts = { spec, login, throttle, store, settings, origin: '' };
	mountService(app, {
		log,
		faults,
		limiter,
		timers,
		actionOf: (_body, method, path) => routeOf(spec, method, path)?.operationId,
		voice: VOICE,
		refusedToken: () => unauthenticated(parts, { wantsJson: true, origin: parts.origin }),
		handle: (request) => handleRequest(parts, request),
	});

	const sandbox: VanillaEshopSandbox = {
		url: '',
		account: login.account,
		store,
		settings,
		clock,
		requests: log.requests,
		faults,
		limits: limiter,
		get maxInFlight() {
			return log.maxInFlight;
		},
		revokeTokens: login.revoke,
		resetStats: log.clear,
		reset() {
			timers.clear();
			login.reset();
			throttle.reset();
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
	parts.origin = server.url;
	return Object.defineProperty(sandbox, 'url', { value: server.url, enumerable: true });
}
