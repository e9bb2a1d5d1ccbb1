import { existsSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { type Metrics, metricsOf } from './metrics';
import type { DatabaseLook, Probe } from './probe';
import { figuresOf, pidOfTaskRunner, type ProcessFigures } from './processes';

/** How things stood at one moment. */
export interface Sample {
	/** Since the load began. */
	seconds: number;
	n8n: ProcessFigures;
	/** Of the whole machine: how many processes want to run, over the last minute. */
	load: number;
	/** Bytes that n8n's task runner takes. */
	taskRunner: number;
	metrics: Metrics;
	database: DatabaseLook;
	/** The database with its write-ahead log, in bytes. */
	databaseFile: number;
	/** Milliseconds for the answer to a signed webhook since the sample before: median and 95th percentile. */
	answers: { median: number; p95: number; count: number };
	/** Bytes in use after a full collection, where one was asked for. */
	liveHeap?: number;
}

export interface Place {
	url: string;
	pid: number;
	databaseFile: string;
	probe: Probe;
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

export const quantile = (sorted: number[], share: number): number =>
	sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Looks once. */
export async function takeSample(
	{ url, pid, databaseFile, probe }: Place,
	{ seconds, times, collect }: { seconds: number; times: number[]; collect: boolean },
): Promise<Sample> {
	const sorted = [...times].sort((a, b) => a - b);
	const runner = pidOfTaskRunner(pid);
	const metrics = await metricsOf(url);
	return {
		seconds,
		n8n: figuresOf(pid),
		load: loadavg()[0] ?? 0,
		taskRunner: runner === undefined ? 0 : figuresOf(runner).rss,
		metrics,
		database: await probe.database(),
		databaseFile: sizeOf(databaseFile) + sizeOf(`${databaseFile}-wal`),
		answers: { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), count: times.length },
		...(collect ? { liveHeap: await probe.liveHeap() } : {}),
	};
}
