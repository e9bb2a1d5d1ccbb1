import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../nodes/shared/call';
import { createEngine, type NodeUnderTest } from '../../../test/engine';
import { runtimeNode } from '../runtimeNodes';
import type { HttpCall } from '../stage';
import { readyOf, type Contender, type Run, type Told } from './contender';
import { readOutcome } from './told';

const VERSION = 4.5;

/** n8n's HTTP Request node, of the n8n in that folder. */
export const httpRequestClass = (modules: string) =>
	runtimeNode(modules, 'HttpRequest/HttpRequest');

/** How the node is set, beside the call itself. */
export interface HttpManner {
	onError?: 'continueErrorOutput';
	/** *Batching*: so many items, then a rest. */
	batch?: { size: number; intervalMs: number };
	/** Between the pages of a list. */
	pageIntervalMs?: number;
	/** Between the tries of *Retry On Fail*; three tries. */
	retryMs?: number;
	/** In the place of the call's own. */
	body?: string;
	/** Leaves the pagination out, where the pages are input items. */
	singlePage?: boolean;
}

function optionsOf({ stage, timeoutMs }: Run, manner: HttpManner): IDataObject {
	const { batch, pageIntervalMs, singlePage } = manner;
	const pages = singlePage ? undefined : stage.http.pages?.pagination;
	const rest = pageIntervalMs === undefined ? {} : { requestInterval: pageIntervalMs };
	return {
		...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
		...(pages ? { pagination: { pagination: { ...pages, ...rest } } } : {}),
		...(batch
			? { batching: { batch: { batchSize: batch.size, batchInterval: batch.intervalMs } } }
			: {}),
	};
}

/** The node with *Retry On Fail*, and the token in a header, as a workflow that logs in first hands it over. */
export function httpNode(run: Run, manner: HttpManner = {}): NodeUnderTest {
	const { stage, url } = run;
	const { method, path, body = '' } = stage.http;
	return {
		parameters: {
			method,
			url: `=${url}${path}`,
			sendHeaders: true,
			specifyHeaders: 'keypair',
			headerParameters: {
				parameters: [{ name: 'Authorization', value: `Bearer ${stage.token}` }],
			},
			sendBody: true,
			contentType: 'json',
			specifyBody: 'json',
			jsonBody: manner.body ?? body,
			options: optionsOf(run, manner),
		},
		onError: manner.onError,
		retryOnFail: true,
		settings: {
			typeVersion: VERSION,
			maxTries: 3,
			waitBetweenTries: manner.retryMs ?? 1000,
			credentials: {},
		},
	};
}

/** A list comes as one row a page; a *Split Out* behind it gives the records. */
export function splitOut(told: Told, { pages }: HttpCall): Told {
	if (!pages) return told;
	const rows = told.rows.flatMap((row): IDataObject[] => {
		const records = row[pages.rows];
		return Array.isArray(records) ? records.filter(isRecord) : [row];
	});
	return { ...told, rows };
}

/** One HTTP Request node for the whole task; for a list, its pagination. */
export function httpRequest<T extends Run['stage']>(
	modules: string,
	name: string,
	mannerOf: (stage: T) => HttpManner = () => ({}),
): Contender<T> {
	return {
		name,
		open(run) {
			const { stage } = run;
			const node = httpRequestClass(modules);
			const engine = createEngine({ nodes: [node], credentialTypes: [], credentials: {} });
			return readyOf(
				async () => await engine.run('httpRequest', httpNode(run, mannerOf(stage)), stage.input),
				(outcome) => splitOut(readOutcome(outcome, stage.input.length), stage.http),
			);
		},
	};
}
