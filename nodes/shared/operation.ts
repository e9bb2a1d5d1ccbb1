import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestMethods,
} from 'n8n-workflow';
import type { Answer, Call } from './call';
import type { Field } from './fields';
import type { Failure } from './failure';
import type { Pager } from './pagers';
import type { Problem } from './problems';
import type { Connection } from './connection';

/**
 * What a call does to the marketplace. It alone decides what may be sent again:
 * `read` changes nothing, `set` may be repeated with the same outcome, `act` must not happen twice.
 */
export type Effect = 'read' | 'set' | 'act';

/** Fields by the name of the parameter that holds them. The names are public: saved workflows hold them. */
export type Fields = Record<string, Field>;

/** What the user gave for one input item, by parameter name; what was left empty is absent. */
export type Values = Record<string, unknown>;

/**
 * Looks at the values of one item together; says, in the vendor's words, why they cannot succeed, and
 * where there is more to say, what to do.
 */
export type Check = (values: Values) => string | [words: string, advice: string] | undefined;

/** How a list is asked for and what one record of it is. */
export interface Listing {
	/** Dot path of the records in the answer; several where the service has several envelopes. */
	records: string | string[];
	/** The fields that together tell two records apart. */
	key: string[];
	/** Left out where the service answers the whole list at once. */
	pager?: Pager;
	/** Where the direction goes in the request, and the words for it. */
	sort?: { to: string; oldestFirst: string; newestFirst: string };
	/** A filter of ours for a list that can only be sorted: reading newest first ends at this time. */
	since?: { parameter: string; field: string };
}

/** How one request carries the elements of many input items, and how its answer tells them apart. */
export interface Batch {
	/** Elements a request, where the user does not say. */
	size: number;
	/** The most that the service documents. */
	max?: number;
	body(elements: IDataObject[]): unknown;
	/** Whether an answer tells what became of each element, whatever its status. */
	tells?(answer: Answer): boolean;
	/** One result an element, in the order of the elements; nothing where the answer does not tell it. */
	results(answer: Answer, elements: IDataObject[]): Array<IDataObject | Failure | undefined>;
	/**
	 * Dot path of the elements in the body, where a refusal that names some of them means that nothing of
	 * the request was carried out: the others are sent again without those.
	 */
	refusesWhole?: string;
	/** Elements with the same mark never share a request; the requests go out in their order. */
	apart?(element: IDataObject): string;
	/** The mark of the element that must be sent before this one, such as a parent's. */
	after?(element: IDataObject): string | undefined;
	/** Of elements with the same mark only the first one of a run is sent, the others are refused with these words. */
	once?(element: IDataObject): { mark: string; refusal: [words: string, advice: string] };
	/** Of elements with the same mark only the last one of a run is sent. */
	latest?(element: IDataObject): string;
}

/** How several input items make up one call, such as the items of a parcel. */
export interface Gather {
	/** The parameter, one that takes no expression, by which the user asks for it, and its value then. */
	when: { parameter: string; is: string };
	/** Items with the same mark belong to one call. Throws a refusal where an item has none. */
	mark(values: Values, json: IDataObject): string;
	/** Throws a refusal where an item cannot be part of its call; then the call is not made, for it would lack one. */
	check?(values: Values, json: IDataObject): void;
	/** The call's values: those of the first item, and what every item brings along. */
	merge(values: Values, all: IDataObject[]): Values;
}

/** A file that an answer carries or points to, put out as n8n's binary data. */
export interface AnswerFile {
	/** Whether the user asked for it. */
	when(values: Values): boolean;
	/** The name of the output field that holds it. */
	field(values: Values): string;
	/** Dot path of its content in base64, looked at first. */
	base64: string;
	/** Dot path of its address. */
	url: string;
	/** Hosts that the user trusts with the download, beside the credential's. */
	hosts(values: Values): string[];
	/** Its name without the ending. */
	fileName(record: IDataObject): string;
	/** What is said where the answer has none, and what to do. */
	missing: [title: string, advice: string];
}

/** How *Skip Unchanged* learns what the marketplace has, and compares. */
export interface Unchanged {
	/** The list that is read once. */
	list: Operation;
	/** The names under which a record of the list can be meant. */
	names(record: IDataObject): string[];
	/** The name that the body of a request means. */
	named(body: IDataObject): string;
	/** Whether the body would change nothing of a record. */
	same(record: IDataObject, body: IDataObject): boolean;
}

/** One item of an operation that carries itself out. */
export interface Work {
	connection: Connection;
	values: Values;
	/** The index of the input item. */
	item: number;
	/** Carries out another operation, or this one without its `run`, as the engine would. */
	perform(operation: Operation, values: Values): Promise<IDataObject[]>;
}

/** One thing a user can do. All that n8n shows and all that is sent follows from this. */
export interface Operation {
	/** Title Case, without the resource: "Get Many". */
	name: string;
	/** Sentence case, with the resource: "Get many orders". */
	action: string;
	description: string;
	/** A function where the user says it: the free request only. */
	effect: Effect | ((values: Values) => Effect);
	method: IHttpRequestMethods;
	path: string;
	/** The vendor's reference lost the path or the method; the value here follows its pattern. */
	source?: 'inferred';
	/** What the user should know before filling in the fields. */
	notice?: string;
	/** Required fields, at top level. */
	fields?: Fields;
	/** Shown under Filters, Update Fields or Additional Fields, as the operation's name asks. */
	optional?: Fields;
	/** How the call is made, shown under Options. */
	options?: Fields;
	checks?: Check[];
	/** Wraps the body on the way out. */
	envelope?(body: IDataObject): unknown;
	/** Dot path of the record in the answer. */
	record?: string;
	list?: Listing;
	batch?: Batch;
	gather?: Gather;
	file?: AnswerFile;
	/** Sent without the credential: the service asks for none, and it tells whether the service is there. */
	anonymous?: true;
	unchanged?: Unchanged;
	/** The answer is not documented, and may hold nothing. */
	answers?: 'nothing';
	/** Answers `{ deleted: true }`; "not found" on a repeated attempt counts as deleted. */
	deletes?: true;
	/** The few fields that Simplify keeps. */
	simplify?(record: IDataObject): IDataObject;
	/** Puts the rows of one item in another form that the user asked for. */
	arrange?(rows: IDataObject[], values: Values): IDataObject[];
	/** What to look at when it is not known whether an `act` happened. */
	verify?: string;
	/** For the rare request that fields cannot spell. */
	request?(call: Call, values: Values): Call;
	/** For the rare operation that is more than one call, or needs more than its parameters. */
	run?(work: Work): Promise<IDataObject[]>;
}

export interface Resource {
	/** Singular, Title Case. */
	name: string;
	/** By stored option value. */
	operations: Record<string, Operation>;
}

/** What a service's answer says went wrong. */
export interface Said {
	/** The service's own words. */
	words: string;
	kind?: 'token' | 'notFound' | 'tooLarge' | 'conflict';
	/** What the user can do about it. */
	advice?: string;
	/** The status that the body names, where HTTP's says nothing of the failure. */
	status?: number;
	/** What is wrong with single fields, where the service says it field by field. */
	problems?: Problem[];
}

/** One service as a value: its facts, and nothing of how they are carried out. */
export interface Marketplace {
	/** As the vendor writes it. */
	name: string;
	/** The credential type's name. */
	credential: string;
	baseUrl(credentials: ICredentialDataDecryptedObject): string;
	/** What the user should know of the credential with which calls went out; a hint of every execution. */
	warns?(credentials: ICredentialDataDecryptedObject): string | undefined;
	/** A path of the service, as an example for the free request. */
	examplePath: string;
	headers?: Record<string, string>;
	/** By stored option value. */
	resources: Record<string, Resource>;
	/** Reads an answer of any status; nothing where the answer is a success. */
	readFailure(answer: Answer): Said | undefined;
}
