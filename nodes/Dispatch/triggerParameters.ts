import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isRecord } from '../shared/call';
import { trimmed } from '../shared/pasted';
import { toObject } from '../shared/entries';
import { refusal } from '../shared/failure';
import { jsonObject } from '../shared/jsonObject';
import { isEmpty } from '../shared/parameters';
import { secretFor } from '../shared/webhook/address';
import type { Wanted } from './registration';

/** The credential whose token the secret is made of. */
export const CREDENTIAL = 'cargoPilotDispatchApi';

/** The conditions as Dispatch takes them: values by field. */
function conditionsIn(given: unknown): IDataObject {
	const rows = isRecord(given) && Array.isArray(given.values) ? given.values.filter(isRecord) : [];
	const pairs = rows.map(({ field, value }) => {
		const name = trimmed(field);
		if (name === '') throw refusal("'Field' is empty in a row of 'Conditions'");
		if (isEmpty(value))
			throw refusal(`'Value' is empty in a row of 'Conditions'`, `Field '${name}'`);
		return { name, value: String(value) };
	});
	return toObject('Conditions', pairs);
}

const actionFields = jsonObject('More Action Fields (JSON)');

function actionFieldsIn(given: unknown): IDataObject {
	if (isEmpty(given)) return {};
	const found = actionFields.encode?.(given, {
		label: actionFields.property.displayName,
		timezone: '',
	});
	return isRecord(found) ? found : {};
}

/** What the user chose in the trigger node. Throws a refusal that names the field. */
export function wantedIn(context: IHookFunctions | IWebhookFunctions): Wanted {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const triggerId = context.getNodeParameter('triggerId', '', { extractValue: true });
	const id = trimmed(triggerId);
	if (id === '') throw refusal("'Trigger' is empty", 'Choose the event that starts the workflow');
	return {
		entityType: context.getNodeParameter('entityType') as string,
		triggerId: id,
		conditions: conditionsIn(context.getNodeParameter('conditions', {})),
		addressField: trimmed(options.addressField) || 'url',
		actionFields: actionFieldsIn(options.actionFields),
	};
}

/**
 * The secret that a call must carry, made anew of its address. Empty, so that no call matches, where the
 * credential is gone: throwing would record a failed execution.
 */
export async function secretIn(context: IWebhookFunctions): Promise<string> {
	try {
		const { apiToken } = await context.getCredentials(CREDENTIAL);
		const address = context.getWebhookResourceUrl('default') ?? '';
		const token = trimmed(apiToken);
		return token === '' || address === '' ? '' : secretFor(address, token);
	} catch {
		return '';
	}
}
