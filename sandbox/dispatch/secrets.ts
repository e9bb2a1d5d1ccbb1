import { isObject } from '../shared/json';
import type { RequestLog } from '../shared/requestLog';

const SECRETS = ['apiKey', 'apiSecret', 'auth'];
const HIDDEN = '***';

/** Logs are printed and pasted: the secrets of a store and of a browser must not be in them. */
export const withoutSecrets = (log: RequestLog): RequestLog => ({
	requests: log.requests,
	get maxInFlight() {
		return log.maxInFlight;
	},
	begin: (request) => log.begin({ ...request, body: masked(request.body) }),
	clear: log.clear,
});

function masked(body: unknown): unknown {
	// What is no JSON cannot be searched for secrets.
	if (typeof body === 'string') return HIDDEN;
	if (!isObject(body)) return body;
	const fields = { ...body };
	if ('credentials' in body && !isObject(body.credentials)) fields.credentials = HIDDEN;
	const text = JSON.stringify(fields, (key, value: unknown) =>
		SECRETS.includes(key) ? HIDDEN : value,
	);
	return JSON.parse(text) as unknown;
}
