import type { Postgres } from '../services/postgres';
import type { Redis } from '../services/redis';

/** What makes the same processes take more events. */
export const tuning = {
	DB_POSTGRESDB_POOL_SIZE: '10',
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
};

/** What every n8n process of the cluster is told. */
export const sharedSettings = (postgres: Postgres, redis: Redis, encryptionKey: string) => ({
	EXECUTIONS_MODE: 'queue',
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redis.port),
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: postgres.host,
	DB_POSTGRESDB_PORT: String(postgres.port),
	DB_POSTGRESDB_DATABASE: postgres.database,
	DB_POSTGRESDB_USER: postgres.user,
	...tuning,
	N8N_ENCRYPTION_KEY: encryptionKey,
});

export type SharedSetting = keyof ReturnType<typeof sharedSettings>;
