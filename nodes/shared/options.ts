import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { checkChoice, choice, flag, readFlag, text, type Field } from './fields';
import { number, toNumber } from './numbers';
import { refusal } from './failure';
import type { Fields, Marketplace, Operation } from './operation';
import type { Call } from './call';
import { readCollection } from './parameters';
import { DEFAULT_CAP, DEFAULT_TIMEOUT_MS } from './send';

/** The HTTP methods that a user can choose. */
export const METHODS = { DELETE: 'DELETE', GET: 'GET', PATCH: 'PATCH', POST: 'POST', PUT: 'PUT' };

const withDefault = (field: Field, value: Field['property']['default']): Field => ({
	...field,
	in: 'none',
	property: { ...field.property, default: value },
});

/** Where an operation is, for one whose address is a likely one only. */
export function endpointOptions({ source, path, method }: Operation): Fields {
	if (source !== 'inferred') return {};
	return {
		endpointPath: withDefault(
			text('Endpoint Path', {
				fixed: true,
				description:
					'The address after the host, if it differs from the likely one. Keep what stands in braces.',
			}),
			path,
		),
		endpointMethod: choice('Endpoint Method', METHODS, {
			in: 'none',
			fixed: true,
			initially: method,
			description: 'The HTTP method, if it differs from the likely one',
		}),
	};
}

/** Whether what is sent of a field may be an empty text. An amount, for one, may not. */
function takesEmpty({ encode, property: { displayName: label } }: Field): boolean {
	try {
		return !encode || encode('', { label, timezone: '' }) === '';
	} catch {
		return false;
	}
}

/** Texts of an operation that the user can mean to be empty. */
function emptiable({ optional = {} }: Operation): Record<string, string> {
	const texts = Object.entries(optional).filter(([, field]) => {
		const { type, typeOptions = {} } = field.property;
		// Nobody means a password to be empty.
		const isText = type === 'string' && !typeOptions.multipleValues && !typeOptions.password;
		return isText && takesEmpty(field);
	});
	return Object.fromEntries(texts.map(([name, { property }]) => [name, property.displayName]));
}

function sendEmpty(operation: Operation): Fields {
	const names = emptiable(operation);
	// Only what sets values can clear them.
	if (operation.effect !== 'set' || Object.keys(names).length === 0) return {};
	const asked = choice('Send Empty', names, {
		in: 'none',
		description: 'Fields to be sent empty, which clears them at the marketplace',
	});
	return {
		sendEmpty: { ...asked, property: { ...asked.property, type: 'multiOptions', default: [] } },
	};
}

const sort = choice(
	'Sort',
	{ DESC: 'Newest First', ASC: 'Oldest First' },
	{ in: 'none', initially: 'DESC', description: 'The order of the results' },
);

const skipUnchanged = flag('Skip Unchanged', {
	in: 'none',
	description:
		'Whether to read the list first and send only the items that differ from it. Worth it when many items change rarely.',
});

/** The options that the engine itself gives to an operation. */
export function callOptions({ name }: Marketplace, operation: Operation): Fields {
	const parallel = operation.effect !== 'act';
	return {
		...endpointOptions(operation),
		...(operation.list?.sort ? { sort } : {}),
		...(operation.batch ? { batchSize: batchSize(operation.batch) } : {}),
		...(parallel
			? {
					maxConcurrentRequests: withDefault(
						number('Max Concurrent Requests', {
							min: 1,
							whole: true,
							description: `How many requests may be under way at once. Fewer are used while ${name} is slow or asks to slow down.`,
						}),
						DEFAULT_CAP,
					),
				}
			: {}),
		...(operation.unchanged ? { skipUnchanged } : {}),
		...sendEmpty(operation),
		timeout: withDefault(
			number('Timeout', {
				min: 1,
				whole: true,
				description: `How many milliseconds to wait for an answer of ${name}`,
			}),
			DEFAULT_TIMEOUT_MS,
		),
	};
}

const batchSize = ({ size, max }: NonNullable<Operation['batch']>): Field => {
	const field = withDefault(
		number('Batch Size', {
			min: 1,
			whole: true,
			description: 'How many input items one request carries',
		}),
		size,
	);
	const typeOptions = { minValue: 1, ...(max === undefined ? {} : { maxValue: max }) };
	return { ...field, property: { ...field.property, typeOptions } };
};

/** How the calls of one item are made, as the user set it. */
export interface Settings {
	cap: number;
	timeoutMs: number;
	batchSize: number;
	oldestFirst: boolean;
	endpoint: { path?: string; method?: Call['method'] };
	skipUnchanged: boolean;
	/** IANA name of the workflow's time zone. */
	timezone: string;
}

/** The longest that Node's timers can wait; more would count as no time at all. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

function positive(options: IDataObject, name: string, label: string, fallback: number): number {
	const given = options[name];
	if (given === undefined || given === null || given === '') return fallback;
	const found = toNumber(given);
	if (found === undefined || found < 1 || !Number.isInteger(found)) {
		throw refusal(`'${label}' needs a whole number of at least 1`);
	}
	return found;
}

const capIn = (options: IDataObject): number =>
	positive(options, 'maxConcurrentRequests', 'Max Concurrent Requests', DEFAULT_CAP);

/**
 * How many calls the run may have under way, by its first item. What is wrong with an option there is the
 * failure of that item alone, which says so when its own settings are read.
 */
export function capOfRun(context: IExecuteFunctions): number {
	try {
		return capIn(readCollection(context, 'options', 0));
	} catch {
		return DEFAULT_CAP;
	}
}

/** What the user put in the place of a likely address. */
export const endpointIn = ({ source }: Operation, options: IDataObject): Settings['endpoint'] =>
	source === 'inferred'
		? {
				path: (options.endpointPath as string) || undefined,
				method: (options.endpointMethod as Call['method']) || undefined,
			}
		: {};

/** Reads the engine's own options of one item. */
export function readSettings(
	context: IExecuteFunctions,
	operation: Operation,
	item: number,
): Settings {
	const options = readCollection(context, 'options', item);
	checkChoice(sort, options.sort);
	const { batch } = operation;
	const size = positive(options, 'batchSize', 'Batch Size', batch?.size ?? 1);
	return {
		cap: capIn(options),
		timeoutMs: Math.min(
			positive(options, 'timeout', 'Timeout', DEFAULT_TIMEOUT_MS),
			LONGEST_TIMEOUT_MS,
		),
		batchSize: Math.min(size, batch?.max ?? Infinity),
		oldestFirst: options.sort === 'ASC',
		endpoint: endpointIn(operation, options),
		skipUnchanged: readFlag(options.skipUnchanged || false, 'Skip Unchanged'),
		timezone: context.getTimezone(),
	};
}
