import { sameType, type SettingCheck } from '../shared/controlBasics';
import type { ValidationForm } from './laravel/answers';

export type Authentication = 'none' | 'header' | 'bearer' | 'basic';

/** What the reference leaves open. Free to change at any time. */
export interface Settings {
	/** What a call must show. The reference names nothing. */
	authentication: Authentication;
	/** HTTP status of a refused or missing secret: 401, 403, or 302, which leads to a login page. */
	authErrorStatus: number;
	/** How a refused input is put: as Laravel 5.5 or 5.4 does, or in the API's own envelope. */
	validationForm: ValidationForm;
	/** What a bulk call answers: its last record alone, as in the samples, or all of them. */
	bulkAnswer: 'single' | 'list';
	/** Laravel's own limit, 60 where it is left on; 0 switches it off. */
	requestsPerMinute: number;
	/** Failures come as pages though JSON was asked for. Refused input stays what it is. */
	htmlErrors: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
	authentication: 'none',
	authErrorStatus: 401,
	validationForm: 'laravel55',
	bulkAnswer: 'single',
	requestsPerMinute: 0,
	htmlErrors: false,
};

const CHOICES: Readonly<Partial<Record<string, readonly unknown[]>>> = {
	authentication: ['none', 'header', 'bearer', 'basic'],
	authErrorStatus: [401, 403, 302],
	validationForm: ['laravel55', 'laravel54', 'wrapped'],
	bulkAnswer: ['single', 'list'],
};

const typeCheck = sameType(DEFAULT_SETTINGS);

/** Guards the control API: a setting misspelt there would look like a bug of the client. */
export const checkSetting: SettingCheck = (field, value) => {
	const choices = CHOICES[field];
	if (!choices) return typeCheck(field, value);
	return choices.includes(value) ? undefined : `'${field}' must be one of ${choices.join(', ')}`;
};
