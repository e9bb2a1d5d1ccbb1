import { isObject, textField } from '../shared/json';
import type { Account } from './account';
import { answered, DONE, refused, type Context, type Operation, type Result } from './result';
import type { Integration } from './types';
import { WORDS } from './words';

const withIntegration =
	(run: (context: Context, integration: Integration) => Result): Operation =>
	(context, { params }) => {
		const integration = context.store.findIntegration(params.integrationId ?? '');
		return integration ? run(context, integration) : refused(404, WORDS.noIntegration);
	};

/** A store answers at its address only, to its key and secret only. */
function isGood(credentials: unknown, { apiKey, apiSecret, storeUrl }: Account['store']): boolean {
	const address = textField(credentials, 'storeUrl')?.replace(/\/+$/, '');
	return (
		textField(credentials, 'apiKey') === apiKey &&
		textField(credentials, 'apiSecret') === apiSecret &&
		address === storeUrl
	);
}

const configure =
	(account: Account): Operation =>
	({ store, settings: { reconfigureAfterDisable } }, { body }) => {
		const provider = store.findProvider(textField(body, 'providerId') ?? '');
		if (!provider || provider.type !== textField(body, 'providerType')) {
			return refused(404, WORDS.noProvider);
		}
		const { credentials, settings } = isObject(body) ? body : {};
		if (!isGood(credentials, account.store)) return refused(400, WORDS.invalidCredentials);
		const known = store.integrationOf(provider);
		if (known && !(known.status === 'disabled' && reconfigureAfterDisable)) {
			return refused(409, WORDS.alreadyConfigured);
		}
		const wanted = isObject(settings) ? settings : {};
		const { guid, provider: name, status, connectedAt } = store.connect(provider, wanted);
		return answered({ guid, provider: name, status, connectedAt });
	};

export const integrationOperations = (account: Account): Record<string, Operation> => ({
	'integration.configure': configure(account),
	'integration.disable': withIntegration((_context, integration) => {
		integration.status = 'disabled';
		const { guid, status } = integration;
		return answered({ guid, status });
	}),
	'integration.delete': withIntegration(({ store }, integration) => {
		store.removeIntegration(integration);
		return DONE;
	}),
	'pushSubscription.create': ({ store }, { body }) => {
		const keys = isObject(body) && isObject(body.keys) ? body.keys : {};
		store.subscribe({ endpoint: textField(body, 'endpoint') ?? '', keys });
		return DONE;
	},
});
