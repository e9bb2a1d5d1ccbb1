import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IExecuteFunctions,
	IHttpRequestHelper,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { isRecord } from '../../nodes/shared/call';
import { execute } from '../../nodes/shared/execute';
import { flag, text } from '../../nodes/shared/fields';
import { number } from '../../nodes/shared/numbers';
import { logIn } from '../../nodes/shared/login';
import type { Marketplace } from '../../nodes/shared/operation';
import { offset, pageNumber } from '../../nodes/shared/pagers';
import { toProperties } from '../../nodes/shared/properties';
import { batchOperations } from './batches';
import { simple } from './simple';

const listBody = { records: 'rows', key: ['id'] };

/** A marketplace that does not exist: one operation for each thing that the engine promises. */
export const shop: Marketplace = {
	name: 'Shop',
	credential: 'shopApi',
	baseUrl: ({ baseUrl }) => String(baseUrl),
	examplePath: '/items',
	resources: {
		item: {
			name: 'Item',
			operations: {
				read: simple('Read', 'read', { fields: { sku: text('SKU', { required: true }) } }),
				set: simple('Set', 'set', {
					fields: { sku: text('SKU', { required: true }) },
					optional: { qty: number('Quantity', { min: 0 }), live: flag('Live'), note: text('Note') },
				}),
				ship: simple('Ship', 'act', {
					fields: { sku: text('SKU', { required: true }) },
					verify: 'Look at the item first',
				}),
				get: simple('Get', 'read', {
					method: 'GET',
					path: '/items/{sku}',
					source: 'inferred',
					fields: { sku: text('SKU', { required: true }) },
				}),
				delete: simple('Delete', 'set', {
					method: 'DELETE',
					path: '/items/{sku}',
					deletes: true,
					fields: { sku: text('SKU', { required: true }) },
				}),
				getAll: simple('Get Many', 'read', {
					path: '/list',
					optional: { color: text('Color') },
					list: {
						...listBody,
						pager: pageNumber({ page: 'page', size: 'size', total: 'total', maxSize: 10 }),
						sort: { to: 'sort', oldestFirst: 'ASC', newestFirst: 'DESC' },
					},
				}),
				getAllByOffset: simple('Get Many by Offset', 'read', {
					path: '/offset',
					list: { ...listBody, pager: offset({ start: 'start', length: 'length', maxSize: 10 }) },
				}),
				...batchOperations,
			},
		},
	},
	readFailure: ({ status, body }) => {
		const { error, problems } = isRecord(body) ? body : {};
		if (isRecord(problems)) {
			const all = Object.entries(problems).map(([path, words]) => ({ path, words: String(words) }));
			return { words: 'Invalid', problems: all };
		}
		if (typeof error !== 'string') return undefined;
		const kind = /token/.test(error)
			? 'token'
			: /too many items/.test(error)
				? 'tooLarge'
				: status === 404
					? 'notFound'
					: undefined;
		return { words: error, kind };
	},
};

/** How many nodes are at work: n8n ends a cancelled run without waiting for them. */
export const atWork = { count: 0 };

export class Shop implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shop',
		name: 'shop',
		group: ['transform'],
		version: 1,
		description: 'A marketplace for tests',
		defaults: { name: 'Shop' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'shopApi', required: true }],
		properties: toProperties(shop),
	};

	async execute(this: IExecuteFunctions) {
		atWork.count++;
		try {
			return await execute.call(this, shop);
		} finally {
			atWork.count--;
		}
	}
}

/** Logs in by name and password, as Edumalls does. */
export class ShopApi implements ICredentialType {
	name = 'shopApi';
	displayName = 'Shop API';
	properties: ICredentialType['properties'] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const host = String(credentials.baseUrl);
		const key = { host, user: 'user', password: 'password', heldToken: String(credentials.token) };
		const token = await logIn(key, async () => {
			const answer = (await this.helpers.httpRequest({
				method: 'POST',
				url: `${host}/login`,
				body: { user: 'user' },
				json: true,
				ignoreHttpStatusErrors: true,
			})) as { token?: string; error?: string };
			if (answer.token) return { token: answer.token };
			const facts = { title: 'Wrong password', words: answer.error, outcome: 'notSent' as const };
			return { facts, wrongPassword: true };
		});
		return { token };
	}

	authenticate: ICredentialType['authenticate'] = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{ $credentials.token }}' } },
	};
}
