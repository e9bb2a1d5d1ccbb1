import { sameType, type SettingCheck } from '../shared/controlBasics';

/** What the reference leaves open. Free to change at any time. */
export interface Settings {
	/** HTTP status of a token that is not good: 401 or 403. */
	authErrorStatus: number;
	/** Whether the plan has API access; without it, every call is a 403. */
	apiAccess: boolean;
	/** Product is in the table of entity types, and not in the list that the triggers' call gives. */
	productTriggers: boolean;
	/** Whether a list shows managed workflows where `managed` is left out. */
	managedByDefault: boolean;
	/** The field of a webhook action that holds its address; the reference names none. */
	webhookUrlField: string;
	/** How long a webhook may take. */
	webhookTimeoutMs: number;
	/** Whether configuring a disabled integration enables it; else it is a conflict like any other. */
	reconfigureAfterDisable: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
	authErrorStatus: 401,
	apiAccess: true,
	productTriggers: true,
	managedByDefault: false,
	webhookUrlField: 'url',
	webhookTimeoutMs: 10_000,
	reconfigureAfterDisable: false,
};

const typeCheck = sameType(DEFAULT_SETTINGS);

/** Guards the control API: a setting misspelt there would look like a bug of the client. */
export const checkSetting: SettingCheck = (field, value) => {
	if (field === 'authErrorStatus' && value !== 401 && value !== 403) {
		return "'authErrorStatus' must be 401 or 403";
	}
	if (field === 'webhookUrlField' && value === '') return "'webhookUrlField' must be text";
	return typeCheck(field, value);
};
