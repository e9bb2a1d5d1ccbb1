import { table } from '../../../bench/shared/markdown';
import { type SharedSetting, tuning } from '../settings';

/** Each setting that the run gave to every process, as a seller would write it, and why. */
const SHARED: Record<SharedSetting, [value: string, why: string]> = {
	EXECUTIONS_MODE: ['queue', 'executions go through Redis to the workers'],
	QUEUE_BULL_REDIS_HOST: ['the host', 'add `QUEUE_BULL_REDIS_PASSWORD` where Redis asks for one'],
	QUEUE_BULL_REDIS_PORT: ['the port', ''],
	DB_TYPE: ['postgresdb', 'SQLite cannot be shared; n8n 2.41 asks for PostgreSQL 17 or newer'],
	DB_POSTGRESDB_HOST: ['the host', 'add `DB_POSTGRESDB_PASSWORD`; the run had none'],
	DB_POSTGRESDB_PORT: ['the port', ''],
	DB_POSTGRESDB_DATABASE: ['the name', ''],
	DB_POSTGRESDB_USER: ['the user', ''],
	DB_POSTGRESDB_POOL_SIZE: [
		tuning.DB_POSTGRESDB_POOL_SIZE,
		'n8n’s default of 2 is little for a webhook process: the rest waits, and after a while it answers 503 “Database is not ready!”',
	],
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: [
		tuning.N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE,
		'n8n otherwise makes a sandbox for expressions for every event of a community trigger, even if it has no expression; n8n calls the setting experimental',
	],
	N8N_ENCRYPTION_KEY: [
		'the same everywhere',
		'a process with another key cannot read the credentials; a worker without one does not start',
	],
};

const ROLES = [
	[
		'main',
		'`n8n start`',
		'editor, schedules, polling triggers. One of them',
		'`/healthz`, `/healthz/readiness`',
	],
	[
		'webhook',
		'`n8n webhook`',
		'takes events and puts their executions into the queue. Send `/webhook/…` of your public address here',
		'`/healthz`, `/healthz/readiness`',
	],
	[
		'worker',
		'`n8n worker`, 10 executions at a time unless `N8N_CONCURRENCY_PRODUCTION_LIMIT` says otherwise',
		'runs executions',
		'the same with `QUEUE_HEALTH_CHECK_ACTIVE=true` and `QUEUE_HEALTH_CHECK_PORT`; on one machine with main it needs a port of its own, and its own `N8N_RUNNERS_BROKER_PORT`',
	],
];

export const rolesTable = (): string =>
	table(['Process', 'Command', 'What it does', 'Its health'], ROLES);

export const settingsTable = (): string =>
	table(
		['Variable, in every process', 'Value', ''],
		Object.entries(SHARED).map(([name, [value, why]]) => [`\`${name}\``, value, why]),
	);
