import { sameType, type SettingCheck } from '../shared/controlBasics';
import { isObject } from '../shared/json';

/** Where a list's rows are: `data: []` as documented, `data: {data: []}` as the sibling API. */
export type Envelope = 'data' | 'data.data';

const ENVELOPES: readonly unknown[] = ['data', 'data.data'] satisfies Envelope[];

/** What the reference leaves open. Free to change at any time. */
export interface Settings {
	/** HTTP status of a refusal such as "not found"; with 200 only `error_code` tells. */
	businessErrorStatus: number;
	/** HTTP status of a token that is not good: 401, 403, or 200 where only `error_code` tells. */
	authErrorStatus: number;
	/** HTTP status of a refused login. */
	loginErrorStatus: number;
	/** HTTP status of a price list with more than `maxBatch` items. */
	tooLargeStatus: number;
	tokenLifetimeMs: number;
	/** For all lists, or by the name of the operation, e.g. `{"order.getAll": "data.data"}`. */
	listEnvelope: Envelope | Partial<Record<string, Envelope>>;
	/** A package's `tracking`: an object as documented, or a list as at the sibling API. */
	trackingShape: 'object' | 'array';
	/** Where a label is: in `base64_file`, at `tracking_pdf`, or both. For labels made here. */
	labels: 'both' | 'base64' | 'url';
	/** Whether lists heed `updated_from` and the like, which are not documented. */
	honourTimeFilter: boolean;
	/** The order of rows in lists of what happens: orders, transactions, packages, tracking. */
	listOrder: 'oldestFirst' | 'newestFirst';
	/** Rows where `length` is absent or 0. */
	defaultLength: number;
	/** The most rows of one answer. */
	maxLength: number;
	/** What a larger `length` gets: fewer rows than asked for, or a refusal. */
	overMaxLength: 'cut' | 'refuse';
	/** The most items of one price list. */
	maxBatch: number;
	cancelReasons: string[];
	/** Where operations live instead, e.g. `{"order.get": "GET /orders/get/{poLineId}"}`. */
	moved: Partial<Record<string, string>>;
}

export const DEFAULT_SETTINGS: Settings = {
	businessErrorStatus: 200,
	authErrorStatus: 401,
	loginErrorStatus: 401,
	tooLargeStatus: 413,
	tokenLifetimeMs: 24 * 60 * 60 * 1000,
	listEnvelope: 'data',
	trackingShape: 'object',
	labels: 'both',
	honourTimeFilter: true,
	listOrder: 'oldestFirst',
	defaultLength: 10,
	maxLength: 1000,
	overMaxLength: 'cut',
	maxBatch: 1000,
	cancelReasons: ['out_of_stock', 'incorrect_pricing', 'sourcing_delay'],
	moved: {},
};

const CHOICES: Partial<Record<string, readonly string[]>> = {
	trackingShape: ['object', 'array'],
	labels: ['both', 'base64', 'url'],
	listOrder: ['oldestFirst', 'newestFirst'],
	overMaxLength: ['cut', 'refuse'],
};

const typeCheck = sameType(DEFAULT_SETTINGS);

/** Guards the control API: a setting misspelt there would look like a bug of the client. */
export const checkSetting: SettingCheck = (field, value) => {
	const choices = CHOICES[field];
	if (choices) return isOneOf(choices, value) ? undefined : wrong(field, choices.join(', '));
	if (field === 'listEnvelope') return envelope(value);
	if (field === 'cancelReasons') return isTexts(value) ? undefined : `'${field}' must be texts`;
	if (field === 'moved') {
		return isObject(value) && isTexts(Object.values(value))
			? undefined
			: `'moved' must be an object, such as {"order.get": "GET /orders/get/{poLineId}"}`;
	}
	return typeCheck(field, value);
};

function envelope(value: unknown): string | undefined {
	const wanted = isObject(value) ? Object.values(value) : [value];
	const fits = wanted.every((one) => ENVELOPES.includes(one));
	return fits ? undefined : wrong('listEnvelope', 'data, data.data, or an object of these');
}

const wrong = (field: string, choices: string): string => `'${field}' must be one of ${choices}`;
const isOneOf = (list: readonly string[], value: unknown): boolean =>
	typeof value === 'string' && list.includes(value);
const isTexts = (value: unknown): boolean =>
	Array.isArray(value) && value.every((one) => typeof one === 'string');
