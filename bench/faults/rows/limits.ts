import { ANY, NONE, type FaultRow } from './row';

/** 429 in its forms, and tokens that are refused. */

const limited = (how: string, retryAfter: () => string | undefined, recovers = ANY): FaultRow => ({
	name: `429, Retry-After ${how}`,
	strike: () => ({ kind: 'status', status: 429, retryAfter: retryAfter() }),
	recovers,
	// Each holds back all calls of the account.
	strikes: 3,
});

/** HTTP dates have whole seconds: two from now are at least one. */
const soon = (): string => new Date(Date.now() + 2000).toUTCString();

const revoked = (status: number): FaultRow => ({
	name: `${status}, the token was revoked`,
	begin: ({ edumalls }) => {
		if (edumalls) edumalls.settings.refusedTokenStatus = status;
	},
	strike: ({ stage }) => {
		stage.shop.revokeTokens();
		return undefined;
	},
	recovers: ANY,
	strikes: 2,
	...(status === 401 ? { quick: true } : {}),
});

export const limits: FaultRow[] = [
	limited('1 s', () => '1'),
	limited('as a date', soon),
	limited('absent', () => undefined),
	limited('negative', () => '-5'),
	limited('of a day', () => '86400', NONE),
	revoked(401),
	revoked(403),
];
