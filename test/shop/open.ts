import type { IDataObject, INode } from 'n8n-workflow';
import { forgetLogins } from '../../nodes/shared/login';
import { createEngine } from '../engine';
import { atWork, Shop, ShopApi } from './index';
import { startServer, type Handler } from './server';

/** A shop's server and n8n's engine with the shop's node in it. */
export async function openShop(handler: Handler) {
	forgetLogins();
	const server = await startServer(handler);
	const engine = createEngine({
		nodes: [Shop],
		credentialTypes: [ShopApi],
		credentials: { shopApi: { baseUrl: server.url, token: 'token-1' } },
	});
	const node = (operation: string, parameters: IDataObject) => ({
		parameters: {
			resource: 'item',
			operation,
			sku: '={{ $json.sku }}',
			options: {},
			additionalFields: {},
			filters: {},
			updateFields: {},
			...parameters,
		},
	});
	return {
		...server,
		engine,
		async run(
			operation: string,
			input: IDataObject[] = [{ sku: 'A' }],
			parameters: IDataObject = {},
			more: { onError?: INode['onError']; retryOnFail?: boolean } = {},
		) {
			return await engine.run('shop', { ...node(operation, parameters), ...more }, input);
		},
		working: () => atWork.count,
		start: (operation: string, input: IDataObject[], parameters: IDataObject = {}) =>
			engine.start('shop', node(operation, parameters), input),
	};
}

/** Input items with SKUs `A0`, `A1` … */
export const items = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({ sku: `A${index}`, qty: index }));
