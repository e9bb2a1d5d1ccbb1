import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/call';
import { toFailure } from '../../shared/failure';
import { field, flag, text, encodeText } from '../../shared/fields';
import type { Operation, Values, Work } from '../../shared/operation';
import { masking } from '../masking';
import { LABELS, secretsFor, type ProviderSecrets } from '../providerSecrets';

/** The same call with the store's secrets in it, which are no parameters: those stand in the workflow. */
const withSecrets = (credentials: ProviderSecrets): Operation => ({
	...configure,
	request: (call) => ({
		...call,
		body: { ...(isRecord(call.body) ? call.body : {}), credentials },
	}),
});

/** What the row says of an integration that was there before. */
const already = ({ providerId, providerType }: Values, message?: string): IDataObject => ({
	alreadyConfigured: true,
	providerId: String(providerId),
	providerType: String(providerType),
	message,
});

async function run({ connection, values, item, perform }: Work): Promise<IDataObject[]> {
	const secrets = await secretsFor(connection, item);
	const mask = masking({
		[LABELS.apiKey]: secrets.apiKey,
		[LABELS.apiSecret]: secrets.apiSecret,
		[LABELS.storeUrl]: secrets.storeUrl.replace(/\/+$/, ''),
	});
	const continues = values.continueIfAlreadyConfigured === true;
	try {
		const rows = (await perform(withSecrets(secrets), values)).map(mask.row);
		return continues ? rows.map((row) => ({ ...row, alreadyConfigured: false })) : rows;
	} catch (error) {
		const failure = mask.failure(toFailure(error));
		const { kind, words } = failure.facts;
		if (continues && kind === 'conflict') return [already(values, words)];
		throw failure;
	}
}

/** Connects a store. Its secrets come from a credential of their own. */
export const configure: Operation = {
	name: 'Configure',
	action: 'Configure integration',
	description:
		"Connect a store or another system. Its API key, secret and URL come from the credential 'Dispatch Provider (CargoPilot) API'.",
	effect: 'act',
	method: 'POST',
	path: '/api/integrations/provider/configure',
	record: 'data',
	fields: {
		providerId: text('Provider ID', {
			required: true,
			placeholder: 'e.g. 5d2c4f0e-8b1a-4c3d-9e6f-7a8b9c0d1e2f',
			description:
				'The ID that Dispatch has for the kind of store. Dispatch has no list of providers to pick it from: ask CargoPilot.',
		}),
		providerType: field('Provider Type', 'string', 'ecommerce', {
			required: true,
			encode: encodeText,
			description: 'Only ecommerce is documented',
		}),
	},
	optional: {
		settingsAutoImportOrders: flag('Auto-Import Orders', {
			to: 'settings.autoImportOrders',
			initially: true,
			description: 'Whether Dispatch takes in the orders of the store by itself',
		}),
		settingsPushTracking: flag('Push Tracking', {
			to: 'settings.pushTracking',
			initially: true,
			description: 'Whether Dispatch tells the store the tracking of its shipments',
		}),
		settingsSyncProducts: flag('Sync Products', {
			to: 'settings.syncProducts',
			initially: true,
			description: 'Whether Dispatch keeps its products in step with those of the store',
		}),
	},
	options: {
		continueIfAlreadyConfigured: flag('Continue If Already Configured', {
			in: 'none',
			initially: true,
			description:
				"Whether an integration that is there already counts as done. The item then says 'alreadyConfigured', true or false; the integration is left as it is.",
		}),
	},
	run,
	verify:
		"Look in the Dispatch portal whether the integration is there. If you run it again with 'Continue If Already Configured' on, one that is there does no harm",
};
