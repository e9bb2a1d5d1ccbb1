import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IDataObject, IVersionedNodeType } from 'n8n-workflow';
import { isRecord } from '../../../nodes/shared/call';
import { runtimeModules } from '../../../scripts/n8n/layout';
import { createEngine } from '../../../test/engine';
import type { HttpCall } from '../stage';
import type { Contender, Run, Told } from './contender';
import { readOutcome } from './told';

const VERSION = 4.5;

/** n8n's own class, from the n8n that `npm start` runs. */
function loadHttpRequest(): new () => IVersionedNodeType {
	const load = createRequire(join(runtimeModules, 'n8n-nodes-base', 'package.json'));
	const { HttpRequest } = load('./dist/nodes/HttpRequest/HttpRequest.node.js') as {
		HttpRequest: new () => IVersionedNodeType;
	};
	return HttpRequest;
}

function parametersOf({ stage, url, timeoutMs }: Run): IDataObject {
	const { method, path, body, pages } = stage.http;
	return {
		method,
		url: `=${url}${path}`,
		sendHeaders: true,
		specifyHeaders: 'keypair',
		headerParameters: {
			parameters: [{ name: 'Authorization', value: `Bearer ${stage.token}` }],
		},
		sendBody: body !== undefined,
		contentType: 'json',
		specifyBody: 'json',
		jsonBody: body,
		options: {
			...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
			...(pages ? { pagination: { pagination: pages.pagination } } : {}),
		},
	};
}

/** A list comes as one row a page; a *Split Out* behind it gives the records. */
function splitOut(told: Told, { pages }: HttpCall): Told {
	if (!pages) return told;
	const rows = told.rows.flatMap((row): IDataObject[] => {
		const records = row[pages.rows];
		return Array.isArray(records) ? records.filter(isRecord) : [row];
	});
	return { ...told, rows };
}

/**
 * n8n's HTTP Request with *Retry On Fail*, three tries a second apart, the token in a header, and for a
 * list its pagination. `Stop` is how a node is by default; the other one gives each item a row of its own.
 */
function httpRequest(name: string, onError: 'continueErrorOutput' | undefined): Contender {
	let Node: ReturnType<typeof loadHttpRequest> | undefined;
	return {
		name,
		async run(run) {
			Node ??= loadHttpRequest();
			const engine = createEngine({ nodes: [Node], credentialTypes: [], credentials: {} });
			const outcome = await engine.run(
				'httpRequest',
				{
					parameters: parametersOf(run),
					onError,
					retryOnFail: true,
					settings: {
						typeVersion: VERSION,
						maxTries: 3,
						waitBetweenTries: 1000,
						credentials: {},
					},
				},
				run.stage.input,
			);
			return splitOut(readOutcome(outcome, run.stage.input.length), run.stage.http);
		},
	};
}

export const httpStop = httpRequest('HTTP Request, stop', undefined);
export const httpContinue = httpRequest('HTTP Request, continue', 'continueErrorOutput');
