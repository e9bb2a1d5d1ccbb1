/** n8n then says at `/metrics` what it used: the same to all contenders. */
export const WITH_METRICS = { N8N_METRICS: 'true' };

/** What an n8n process has used since it began to count, well into its start: good for differences. */
export interface Usage {
	/** Of the processor, in milliseconds, over all its threads. */
	processor: number;
	/** Of the machine's memory, in bytes. */
	memory: number;
	/** Sandboxes for expressions: V8 isolates, each made and thrown away. */
	sandboxes: number;
}

/** Asks an n8n that was started `WITH_METRICS`. */
export async function usageOf(url: string): Promise<Usage> {
	const text = await (await fetch(`${url}/metrics`)).text();
	const read = (name: string): number =>
		Number(new RegExp(`^n8n_${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);
	return {
		processor: read('process_cpu_seconds_total') * 1000,
		memory: read('process_resident_memory_bytes'),
		sandboxes: read('expression_pool_acquired_total'),
	};
}
