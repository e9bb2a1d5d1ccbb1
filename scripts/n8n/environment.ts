/** As n8n's own commands are called: all of it, only its webhooks, only its executions. */
export type N8nRole = 'start' | 'webhook' | 'worker';

/** What an n8n is told before it starts. */
export interface N8nSettings {
	role: N8nRole;
	port: number;
	/** n8n's task broker listens too; two n8n on one machine must not meet there. */
	brokerPort: number;
	userFolder: string;
}

/** Parts of n8n that only talk to services of its makers, or that no one needs here. */
const unneededModules = ['instance-ai', 'agents', 'mcp', 'mcp-registry', 'chat-hub'];

/** Nothing of the npm or n8n that started us may reach the n8n that we start. */
function inherited(): NodeJS.ProcessEnv {
	return Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) =>
				!/^(npm_|N8N_|DB_|QUEUE_|EXECUTIONS_|WEBHOOK_|GENERIC_TIMEZONE$|NODE_OPTIONS$|NODE_ENV$)/i.test(
					name,
				),
		),
	);
}

/** A worker listens only if its health may be asked, and then on every address of the machine by default. */
const workerHealth = (port: number): NodeJS.ProcessEnv => ({
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	QUEUE_HEALTH_CHECK_PORT: String(port),
	N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
});

/** A quiet n8n that listens on this machine only and calls nobody but the services in workflows. */
export function n8nEnvironment(settings: N8nSettings): NodeJS.ProcessEnv {
	return {
		...inherited(),
		N8N_USER_FOLDER: settings.userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(settings.port),
		N8N_RUNNERS_BROKER_PORT: String(settings.brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: unneededModules.join(','),
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
		N8N_LOG_LEVEL: 'info',
		DB_TYPE: 'sqlite',
		...(settings.role === 'worker' ? workerHealth(settings.port) : {}),
	};
}
