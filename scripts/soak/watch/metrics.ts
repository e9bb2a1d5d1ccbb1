/** What n8n tells of itself at /metrics. */
export interface Metrics {
	heapUsed: number;
	handles: number;
	/** Seconds that the event loop was late, at its 99th percentile since the last look. */
	lag: number;
}

const NAMES: Record<keyof Metrics, string> = {
	heapUsed: 'nodejs_heap_size_used_bytes',
	handles: 'nodejs_active_handles_total',
	lag: 'nodejs_eventloop_lag_p99_seconds',
};

const TIMEOUT_MS = 8000;

/** Reads a metric in the text form of Prometheus, whatever prefix stands before it. */
function valueOf(text: string, name: string): number {
	const found = new RegExp(`^\\w*${name}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(text)?.[1];
	if (found === undefined) throw new Error(`n8n tells no ${name}`);
	return Number(found);
}

export async function metricsOf(url: string): Promise<Metrics> {
	const answer = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
	const text = await answer.text();
	return {
		heapUsed: valueOf(text, NAMES.heapUsed),
		handles: valueOf(text, NAMES.handles),
		lag: valueOf(text, NAMES.lag),
	};
}
