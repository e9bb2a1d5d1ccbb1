import { flag } from '../../shared/fields';
import type { Resource } from '../../shared/operation';

/** Calls about Elryan itself; neither takes a token. */
export const system: Resource = {
	name: 'System',
	operations: {
		healthCheck: {
			name: 'Health Check',
			action: 'Check system health',
			description: 'Ask whether Elryan is up; it takes no account, so it tells nothing about yours',
			effect: 'read',
			method: 'GET',
			path: '/health-check',
			record: 'data',
			anonymous: true,
		},
		startCron: {
			name: 'Start Cron',
			action: 'Start cron job',
			description:
				"Start a cron job of the marketplace. It is for Elryan's own operators, and what it starts is not documented.",
			effect: 'act',
			method: 'GET',
			path: '/cron/start',
			record: 'data',
			anonymous: true,
			fields: {
				confirm: flag('Confirm', {
					in: 'none',
					fixed: true,
					description:
						"Whether you mean it: this call is for the marketplace's operators, not for sellers. Nothing is sent while it is off.",
				}),
			},
			checks: [
				({ confirm }) =>
					confirm === true
						? undefined
						: "Turn on 'Confirm' to start the cron job: it is for the marketplace's operators",
			],
			verify: 'Ask Elryan whether it ran before you run it again',
		},
	},
};
