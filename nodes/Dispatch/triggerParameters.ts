import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isRecord } from '../shared/call';
import { refusal } from '../shared/failure';
import { secretFor } from '../shared/webhook/address';
import type { Wanted } from './registration';

const CREDENTIAL = 'cargoPilotDispatchApi';

/** The conditions as Dispatch takes them: values by field. */
function conditionsIn(given: unknown): IDataObject {
	const rows = isRecord(given) && Array.isArray(given.values) ? given.values : [];
	const named = rows.filter(isRecord).map(({ field, value }) => {
		const name = String(field ?? '').trim();
		if (name === '') throw refusal("'Field' is empty in a row of 'Conditions'");
		return [name, String(value ?? '')];
	});
	return Object.fromEntries(named) as IDataObject;
}

function actionFieldsIn(given: unknown): IDataObject {
	let parsed: unknown = given ?? {};
	if (typeof given === 'string') {
		try {
			parsed = JSON.parse(given.trim() === '' ? '{}' : given);
		} catch {
			parsed = undefined;
		}
	}
	if (isRecord(parsed)) return parsed;
	throw refusal("'More Action Fields (JSON)' needs a JSON object: { … }");
}

/** What the user chose in the trigger node. Throws a refusal that names the field. */
export function wantedIn(context: IHookFunctions | IWebhookFunctions): Wanted {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const triggerId = context.getNodeParameter('triggerId', '', { extractValue: true });
	const id = String(triggerId ?? '').trim();
	if (id === '') throw refusal("'Trigger' is empty", 'Choose the event that starts the workflow');
	return {
		entityType: context.getNodeParameter('entityType') as string,
		triggerId: id,
		conditions: conditionsIn(context.getNodeParameter('conditions', {})),
		addressField: String(options.addressField ?? '').trim() || 'url',
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
		const token = String(apiToken ?? '').trim();
		return token === '' || address === '' ? '' : secretFor(address, token);
	} catch {
		return '';
	}
}
