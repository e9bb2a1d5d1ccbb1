import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { at, isRecord } from '../../../nodes/shared/call';
import { serve } from '../../shared/serve';

/** A server in a process of its own that does nothing but say yes, at once. */

export interface StubCalls {
	[name: string]: (argument: never) => unknown;
	/** Gives its address. */
	listen(nothing: undefined): Promise<string>;
}

/** Both services' words for a success. */
function answerTo(body: unknown): unknown {
	const items = at(body, 'items');
	if (!Array.isArray(items)) return { success: true, message: 'Done', product: {} };
	const skus = items.map((item) => (isRecord(item) ? item.sku : undefined));
	return { error_code: 0, data: { foundVariantsInDb: skus, notFoundVariantsInDb: [] } };
}

const server = createServer((request, response) => {
	const parts: Buffer[] = [];
	request.on('data', (part: Buffer) => parts.push(part));
	request.on('end', () => {
		const body: unknown = JSON.parse(Buffer.concat(parts).toString());
		const text = JSON.stringify(answerTo(body));
		response.writeHead(200, { 'content-type': 'application/json' }).end(text);
	});
});

const calls: StubCalls = {
	listen: async () =>
		await new Promise((resolve) => {
			server.listen(0, '127.0.0.1', () => {
				const { port } = server.address() as AddressInfo;
				resolve(`http://127.0.0.1:${port}`);
			});
		}),
};

serve(calls);
