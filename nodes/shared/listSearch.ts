import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeListSearchItems,
} from 'n8n-workflow';
import { connect, type CallContext, type Connection } from './connection';
import { toFailure, toNodeError } from './failure';
import { inDirection } from './list';
import type { Fields, Marketplace, Operation, Values } from './operation';
import { recordsIn } from './records';
import { toCall } from './request';
import type { Choice, Search } from './search';
import { DEFAULT_CAP, send } from './send';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** A list opens in the editor while the user waits. */
const TIMEOUT_MS = 20_000;
/** Pages looked through for a text that the service cannot search for. */
const MOST_PAGES = 10;

const matches = ({ label, value }: Choice, filter = ''): boolean =>
	`${label} ${value}`.toLowerCase().includes(filter.trim().toLowerCase());

const toItem = ({ label, value }: Choice): INodeListSearchItems => ({ name: label, value });

type ListSource = Extract<Search, { list: unknown }>;

/** What the node shows now of the parameters that the list depends on. */
const valuesFor = (editor: ILoadOptionsFunctions, { dependsOn = [] }: ListSource): Values =>
	Object.fromEntries(dependsOn.map((name) => [name, editor.getCurrentNodeParameter(name)]));

async function readPage(
	connection: Connection,
	operation: Operation,
	values: Values,
	start: number,
): Promise<{ records: IDataObject[]; next?: number }> {
	const { list } = operation;
	if (!list) return { records: [] };
	const call = toCall(operation, values, { timezone: connection.timezone });
	const { pager } = list;
	const sorted = inDirection(call, list, false);
	const asked = pager ? pager.ask(sorted, pager.windowAt(start, false)) : sorted;
	const terms = { operation, effect: 'read' as const, cap: DEFAULT_CAP, timeoutMs: TIMEOUT_MS };
	const answer = await send(connection, asked, terms);
	const records = recordsIn(answer, list, connection.marketplace.name);
	// Where nobody says how long a page may be, a short one need not be the last.
	const least = pager?.maxIsGuess ? 1 : (pager?.maxSize ?? Infinity);
	const isLast = records.length < least;
	return { records, next: isLast ? undefined : start + records.length };
}

async function search(
	connection: Connection,
	source: ListSource,
	values: Values,
	filter: string | undefined,
	token: string | undefined,
): Promise<INodeListSearchResult> {
	const results: INodeListSearchItems[] = [];
	let start: number | undefined = Number(token ?? 0);
	for (let page = 0; page < MOST_PAGES && start !== undefined; page++) {
		const { records, next } = await readPage(connection, source.list(), values, start);
		results.push(
			...records
				.map(source.choice)
				.filter((one) => matches(one, filter))
				.map(toItem),
		);
		start = next;
		if (results.length > 0) break;
	}
	return { results, paginationToken: start === undefined ? undefined : String(start) };
}

function toMethod(marketplace: Marketplace, source: Search): ListSearch {
	if ('choices' in source) {
		return async (filter) => ({
			results: source.choices.filter((one) => matches(one, filter)).map(toItem),
		});
	}
	return async function (filter, paginationToken) {
		try {
			const connection = await connect(this as unknown as CallContext, marketplace);
			return await search(connection, source, valuesFor(this, source), filter, paginationToken);
		} catch (error) {
			const { fallback } = source;
			if (fallback) return { results: fallback.filter((one) => matches(one, filter)).map(toItem) };
			const failure = toNodeError(this.getNode(), toFailure(error));
			throw failure;
		}
	};
}

const fieldsOf = ({ fields, optional, options }: Operation): Fields => ({
	...fields,
	...optional,
	...options,
});

/** n8n's list search methods for all resource locators of a marketplace, by their names. */
export function toListSearch(marketplace: Marketplace): Record<string, ListSearch> {
	const operations = Object.values(marketplace.resources).flatMap((resource) =>
		Object.values(resource.operations),
	);
	const sources = operations
		.flatMap((operation) => Object.values(fieldsOf(operation)))
		.flatMap(({ search: source }) => (source ? [source] : []));
	return Object.fromEntries(
		sources.map((source) => [source.method, toMethod(marketplace, source)]),
	);
}
