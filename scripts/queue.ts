import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './lib/paths';
import { program } from './lib/program';
import { fail, ok, say } from './lib/say';
import { finishBulk, retryFailed } from './queue/afterwards';
import { type Cluster, raiseCluster } from './queue/cluster';
import { effortOf } from './queue/effort';
import { checksOf, fatesOf } from './queue/judge';
import { isFailed, noteDeliveries } from './queue/ledger';
import { tryAll } from './queue/probes';
import { documentOf, type Report } from './queue/report/document';
import { outcomeRows, sendingRows } from './queue/report/figures';
import { runLoad } from './queue/run';

const DOCUMENT = join('docs', 'scaling.md');

async function write(report: Report): Promise<void> {
	const file = join(root, DOCUMENT);
	const options = await resolveConfig(file);
	writeFileSync(file, await format(documentOf(report), { ...options, filepath: file }));
	say(`The figures are in ${DOCUMENT}.`);
}

async function observe(cluster: Cluster, quick: boolean): Promise<Report> {
	const effort = effortOf(quick);
	const { postgres, redis } = cluster;
	await noteDeliveries(postgres);
	const course = await runLoad(cluster, effort);
	// What became of it is looked at before anything else is sent.
	const fates = fatesOf(cluster, course);
	const checks = checksOf(cluster, course, fates);
	const bulk = await finishBulk(cluster, course, effort);
	checks.push({
		text: `all ${course.wanted.size} stocks are right in the end`,
		good: bulk.rightInTheEnd === course.wanted.size,
	});
	const versions = `Redis ${redis.version} · PostgreSQL ${postgres.version}`;
	const retried = await retryFailed(cluster, course.entries.filter(isFailed));
	const rows = [...sendingRows(course, effort), ...outcomeRows(course, fates, bulk)];
	for (const [label, value] of rows) say(`  ${label}: ${value}`);
	for (const { status, outcome } of retried) say(`  Retry of ‘${status}’: ${outcome}`);
	const findings = quick ? [] : await tryAll(cluster, course);
	return { effort, versions, course, fates, checks, retried, bulk, findings };
}

/**
 * n8n in queue mode under load, while a worker is killed and Redis is restarted. `--quick`: a tenth of the load,
 * nothing else tried, nothing written.
 */
async function main(): Promise<number> {
	const quick = process.argv.includes('--quick');
	const cluster = await raiseCluster(effortOf(quick));
	const report = await observe(cluster, quick);
	const { checks } = report;
	if (!quick) await write(report);
	for (const { text, good } of checks) (good ? ok : fail)(text);
	const failed = checks.filter(({ good }) => !good).length;
	say(`${checks.length - failed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

void program('queue', main);
