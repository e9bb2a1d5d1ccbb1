import type { Marketplace } from '../shared/operation';
import { baseUrl } from './host';
import { readFailure } from './refusals';
import { integrations } from './resources/integration';
import { pushSubscriptions } from './resources/pushSubscription';
import { workflows } from './resources/workflow';

/** CargoPilot's Dispatch: the stores that an account is connected with, and what it does by itself. */
export const dispatch: Marketplace = {
	name: 'Dispatch',
	credential: 'cargoPilotDispatchApi',
	baseUrl,
	examplePath: '/api/v1/Orders',
	resources: {
		workflow: workflows,
		integration: integrations,
		pushSubscription: pushSubscriptions,
	},
	readFailure,
};
