import { PROVIDERS } from './catalog';
import type { Ids } from './ids';
import type { Integration, Provider, PushSubscription } from './types';

export interface Integrations {
	readonly providers: readonly Provider[];
	readonly integrations: Integration[];
	/** The browsers that want notifications, one entry an endpoint. */
	readonly subscriptions: PushSubscription[];
	findProvider(guid: string): Provider | undefined;
	findIntegration(guid: string): Integration | undefined;
	integrationOf(provider: Provider): Integration | undefined;
	/** A new integration, or the provider's earlier one, active again. */
	connect(provider: Provider, settings: Record<string, unknown>): Integration;
	removeIntegration(integration: Integration): void;
	subscribe(subscription: PushSubscription): void;
}

export function createIntegrations(now: () => string, ids: Ids): Integrations & { clear(): void } {
	const integrations: Integration[] = [];
	const subscriptions: PushSubscription[] = [];

	const store: Integrations = {
		providers: PROVIDERS,
		integrations,
		subscriptions,
		findProvider: (guid) => PROVIDERS.find((provider) => provider.guid === guid),
		findIntegration: (guid) => integrations.find((one) => one.guid === guid),
		integrationOf: ({ guid }) => integrations.find(({ providerId }) => providerId === guid),
		connect(provider, settings) {
			const change = { status: 'active' as const, connectedAt: now(), settings };
			const known = store.integrationOf(provider);
			if (known) return Object.assign(known, change);
			const { guid: providerId, name } = provider;
			const integration = { guid: ids.next(), providerId, provider: name, ...change };
			integrations.push(integration);
			return integration;
		},
		removeIntegration(integration) {
			integrations.splice(integrations.indexOf(integration), 1);
		},
		subscribe(subscription) {
			const known = subscriptions.findIndex(({ endpoint }) => endpoint === subscription.endpoint);
			subscriptions.splice(known < 0 ? subscriptions.length : known, 1, subscription);
		},
	};
	return {
		...store,
		clear() {
			integrations.length = 0;
			subscriptions.length = 0;
		},
	};
}
