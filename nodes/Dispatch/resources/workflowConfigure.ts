import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/call';
import { entries, joined, toObject } from '../../shared/entries';
import { refusal } from '../../shared/failure';
import { choice, encodeText, field, text, type Encode } from '../../shared/fields';
import type { Check, Operation } from '../../shared/operation';
import { shownFor } from '../../shared/shown';
import { entityType, triggerId } from './workflowLists';

const CONDITIONS = 'Conditions';
const ACTION_FIELDS = 'Action Fields';

const ACTIONS = {
	send_email: 'Send Email',
	send_push: 'Send Push Notification',
	update_status: 'Update Status',
	webhook: 'Call Webhook',
};

/** What an action means nothing without, by parameter and label. */
const NEEDED: Record<string, Record<string, string>> = {
	send_email: { actionRecipient: 'Recipient', actionTemplate: 'Template' },
	update_status: { actionStatus: 'Status' },
	webhook: { actionUrl: 'URL' },
};

/** Who gives fields by name knows what the account wants. */
const complete: Check = (values) => {
	const named = 'actionFields' in values || 'actionFieldsJson' in values;
	const needed = Object.entries(NEEDED[String(values.actionType)] ?? {});
	const missing = needed.find(([name]) => values[name] === undefined);
	if (!missing || named) return undefined;
	return [
		`'${missing[1]}' is empty`,
		`Fill it in, or give the fields of the action by name, under '${ACTION_FIELDS}'`,
	];
};

const encodeWebAddress: Encode = (value, given) => {
	const address = String(encodeText(value, given)).trim();
	if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address;
	throw refusal(`'${given.label}' needs a web address, such as https://example.com/hook`);
};

const message = { actionType: ['send_email', 'send_push'] };

/** Puts the rows that people fill in into the objects of the API. */
function toWorkflow(given: IDataObject): IDataObject {
	const { action, actionFields, conditions, conditionsStatus, ...body } = given;
	const status = conditionsStatus === undefined ? {} : { status: conditionsStatus };
	const all = joined(CONDITIONS, toObject(CONDITIONS, conditions), status);
	const own = isRecord(action) ? action : {};
	const done = joined(ACTION_FIELDS, own, toObject(ACTION_FIELDS, actionFields));
	return {
		...body,
		...(action === undefined ? {} : { action: done }),
		...(Object.keys(all).length === 0 ? {} : { conditions: all }),
	};
}

/**
 * "Create or update", says the reference, and shows no field by which a workflow could be updated: each
 * call makes one.
 */
export const configure: Operation = {
	name: 'Configure',
	action: 'Configure workflow',
	description:
		'Make a workflow in Dispatch: when the trigger fires and the conditions hold, the action is done. Each run makes another one.',
	effect: 'act',
	method: 'POST',
	path: '/api/workflows/configure',
	record: 'data',
	fields: {
		name: text('Name', { required: true, placeholder: 'e.g. Customer Delivery Notification' }),
		entityType: entityType({
			required: true,
			description:
				'What the workflow is about. Whether Product has triggers is not certain: the reference says both.',
		}),
		triggerId,
		actionType: choice('Action Type', ACTIONS, {
			to: 'action.type',
			fixed: true,
			initially: 'send_email',
			description: 'What Dispatch does',
		}),
		actionRecipient: shownFor(
			message,
			text('Recipient', {
				to: 'action.recipient',
				placeholder: 'e.g. customer',
				description:
					'Whom the message goes to. Only customer is documented, and for push notifications the field itself is not documented.',
			}),
		),
		actionTemplate: shownFor(
			message,
			text('Template', {
				to: 'action.template',
				placeholder: 'e.g. delivery_confirmation',
				description:
					'The name of the text in Dispatch. Only delivery_confirmation is documented, and for push notifications the field itself is not documented.',
			}),
		),
		actionUrl: shownFor(
			{ actionType: ['webhook'] },
			text('URL', {
				to: 'action.url',
				encode: encodeWebAddress,
				placeholder: 'e.g. https://example.com/hook',
				description:
					"The address that Dispatch calls. This field is not documented: if Dispatch refuses it, leave it empty and give the address by another name under 'Action Fields'. To start a workflow of n8n, use the Dispatch Trigger.",
			}),
		),
		actionStatus: shownFor(
			{ actionType: ['update_status'] },
			text('Status', {
				to: 'action.status',
				placeholder: 'e.g. processing',
				description:
					"The status that is set. This field is not documented: if Dispatch refuses it, leave it empty and give the status by another name under 'Action Fields'.",
			}),
		),
	},
	optional: {
		actionFields: entries(
			ACTION_FIELDS,
			{
				name: { ...text('Name', { required: true, placeholder: 'e.g. subject' }), to: 'name' },
				value: { ...text('Value', { required: true }), to: 'value' },
			},
			{
				row: 'Field',
				description: 'More fields of the action, by the names that Dispatch has for them',
			},
		),
		conditions: entries(
			CONDITIONS,
			{
				field: {
					...field('Field', 'string', 'status', {
						required: true,
						encode: encodeText,
						placeholder: 'e.g. status',
						description: 'Only status is documented',
					}),
					to: 'name',
				},
				value: {
					...text('Value', { required: true, placeholder: 'e.g. delivered' }),
					to: 'value',
				},
			},
			{
				row: 'Condition',
				description:
					'Values that the order, shipment, customer or product must have for the action to be done',
			},
		),
		conditionsStatus: text('Status Condition', {
			placeholder: 'e.g. delivered',
			description: "The same as a condition on the field status, in the place of 'Conditions'",
		}),
	},
	checks: [complete],
	envelope: toWorkflow,
	verify: "Look for the workflow with 'Workflow: Get Many' before you run it again",
};
