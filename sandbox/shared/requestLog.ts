export interface LoggedRequest {
	/** ISO time of arrival. */
	at: string;
	method: string;
	path: string;
	action?: string;
	headers: Record<string, string>;
	body: unknown;
	/** null when the connection ended without an answer, and until there is one. */
	status: number | null;
	durationMs: number;
	/** Whether the request took effect: something was read or changed, whatever was answered. */
	applied: boolean;
	/** Why the request does not fit the spec. Absent on a valid one. */
	invalid?: string;
	/** The kind of the injected fault, when one struck. */
	fault?: string;
	/** What the vendor's own words do not say, for whoever is looking for a mistake. */
	note?: string;
}

export interface RequestLog {
	/** The same array for ever; `clear` empties it in place. */
	readonly requests: LoggedRequest[];
	readonly maxInFlight: number;
	begin(request: IncomingRequest): OpenEntry;
	clear(): void;
}

export interface IncomingRequest {
	method: string;
	path: string;
	headers: Record<string, string | string[] | undefined>;
	body: unknown;
}

export interface OpenEntry {
	readonly entry: LoggedRequest;
	/** Called once the connection is done with this request. Later calls do nothing. */
	end(): void;
}

export function createRequestLog(): RequestLog {
	const requests: LoggedRequest[] = [];
	let inFlight = 0;
	let maxInFlight = 0;
	return {
		requests,
		get maxInFlight() {
			return maxInFlight;
		},
		begin(request) {
			const started = performance.now();
			const entry: LoggedRequest = {
				at: new Date().toISOString(),
				method: request.method,
				path: request.path,
				headers: shortHeaders(request.headers),
				body: withoutPassword(request.body),
				status: null,
				durationMs: 0,
				applied: false,
			};
			requests.push(entry);
			inFlight += 1;
			maxInFlight = Math.max(maxInFlight, inFlight);
			return { entry, end: once(() => finish(entry, started)) };
		},
		clear() {
			requests.length = 0;
			maxInFlight = inFlight;
		},
	};

	function finish(entry: LoggedRequest, started: number): void {
		inFlight -= 1;
		entry.durationMs = Math.round((performance.now() - started) * 100) / 100;
	}
}

function once(run: () => void): () => void {
	let done = false;
	return () => {
		if (!done) run();
		done = true;
	};
}

/** Enough of a token to tell two apart, too little to use it. */
const shorten = (value: string): string =>
	value.length > 24 ? `${value.slice(0, 12)}…${value.slice(-6)}` : value;

function shortHeaders(headers: IncomingRequest['headers']): Record<string, string> {
	const short: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		const text = String(value ?? '');
		short[name] = name === 'authorization' ? shorten(text) : text;
	}
	return short;
}

/** Logs are printed and pasted: a password must not be in them, not even a made-up one. */
function withoutPassword(body: unknown): unknown {
	if (typeof body !== 'object' || body === null || !('password' in body)) return body;
	return { ...body, password: '***' };
}
