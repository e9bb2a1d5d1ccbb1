import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EdumallsSandbox, ElryanSandbox } from '../../sandbox';
import { startEdumalls } from '../../sandbox/edumalls';
import { startElryan } from '../../sandbox/elryan';
import { cacheFolder, logFolder } from '../lib/paths';
import { onStop } from '../lib/program';
import { longStep, ok } from '../lib/say';
import type { N8nRole } from '../n8n/environment';
import { ensureRuntime } from '../n8n/install';
import { type N8nSession, signIn } from '../n8n/session';
import { type Postgres, startPostgres } from '../services/postgres';
import { type Redis, startRedis } from '../services/redis';
import { ensureBuilt } from '../stage/build';
import type { Effort } from './effort';
import { forgetMachines, type Machine, type MachineOptions, prepareMachine } from './machine';
import { sharedSettings } from './settings';

type Other = Partial<Pick<MachineOptions, 'env' | 'withPackage'>>;

/** n8n in queue mode, with what it needs, and the marketplaces. */
export interface Cluster {
	edumalls: EdumallsSandbox;
	elryan: ElryanSandbox;
	postgres: Postgres;
	redis: Redis;
	main: Machine;
	webhook: Machine;
	workers: [Machine, Machine];
	session: N8nSession;
	/** Another process beside them, not yet started. */
	prepare(name: string, role: N8nRole, other?: Other): Promise<Machine>;
}

const redisFolder = join(cacheFolder, 'queue-redis');

async function startServices(): Promise<{ postgres: Postgres; redis: Redis }> {
	// Redis first: where it is missing, that should be said at once.
	rmSync(redisFolder, { recursive: true, force: true });
	mkdirSync(redisFolder, { recursive: true });
	const redis = await startRedis(redisFolder, join(logFolder, 'queue-redis.log'));
	onStop(async () => await redis.stop());
	const postgres = await startPostgres(join(logFolder, 'queue-postgres.log'));
	onStop(async () => await postgres.stop());
	ok(`Redis ${redis.version} and PostgreSQL ${postgres.version} run`);
	return { postgres, redis };
}

/** Starts everything. `stopAll` takes it down again. */
export async function raiseCluster({ locks }: Effort): Promise<Cluster> {
	const node = await ensureRuntime();
	await ensureBuilt();
	const { postgres, redis } = await longStep('Starting Redis and PostgreSQL', startServices);
	const edumalls = await startEdumalls({ seed: 'empty' });
	onStop(async () => await edumalls.close());
	const elryan = await startElryan({ seed: 'empty' });
	onStop(async () => await elryan.close());

	forgetMachines();
	const key = randomBytes(24).toString('base64');
	const env = { ...sharedSettings(postgres, redis, key), ...locks };
	const prepare = async (name: string, role: N8nRole, other: Other = {}) =>
		await prepareMachine({ node, name, role, ...other, env: { ...env, ...other.env } });
	const main = await prepare('main', 'start');
	const webhook = await prepare('webhook', 'webhook');
	const workers: [Machine, Machine] = [
		await prepare('worker-1', 'worker'),
		await prepare('worker-2', 'worker'),
	];
	// Main makes the tables: the others start when they are there.
	await longStep('Starting n8n: main', main.boot);
	const session = await signIn(main.url);
	await longStep('Starting n8n: a webhook process and two workers', async () => {
		await Promise.all([webhook, ...workers].map(async ({ boot }) => await boot()));
	});
	return { edumalls, elryan, postgres, redis, main, webhook, workers, session, prepare };
}
