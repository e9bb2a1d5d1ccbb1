import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../../nodes/shared/connection';
import { filesOf } from '../../nodes/shared/files';
import type { Operation, Values } from '../../nodes/shared/operation';
import { refusedLater } from './refused';

const operation: Operation = {
	name: 'Get',
	action: 'Get parcel',
	description: 'Get a parcel',
	effect: 'read',
	method: 'GET',
	path: '/parcels',
	file: {
		when: ({ wanted }) => wanted === true,
		field: () => 'label',
		base64: 'tracking.content',
		url: 'tracking.url',
		hosts: () => ['labels.carrier.example'],
		fileName: ({ id }) => `parcel-${String(id)}`,
		missing: ['The parcel has no label', 'Ship it first'],
	},
};

/** The files of some rows, and the addresses that were asked for them. */
async function files(rows: IDataObject[], values: Values = { wanted: true }) {
	const asked: string[] = [];
	const context = {
		helpers: {
			httpRequest: async ({ url }: { url: string }) => {
				asked.push(url);
				return { statusCode: 200, body: [Buffer.from('%PDF-1.4 fetched')] };
			},
			prepareBinaryData: async (data: Buffer, fileName: string, mimeType: string) => ({
				data: data.toString(),
				fileName,
				mimeType,
			}),
		},
	} as unknown as IExecuteFunctions;
	const connection = { host: 'shop.example' } as Connection;
	return { asked, files: await filesOf(context, connection, operation, rows, values) };
}

const carried = Buffer.from('%PDF-1.4 carried').toString('base64');
const there = 'https://labels.carrier.example/13.pdf';
const pdf = (data: string) => ({
	label: { data, fileName: 'parcel-13.pdf', mimeType: 'application/pdf' },
});

it('is what the answer carries, whatever address stands beside it', async () => {
	const tracking = { content: carried, url: there };
	const found = await files([{ id: 13, tracking }]);
	expect(found).toEqual({ asked: [], files: [pdf('%PDF-1.4 carried')] });
});

it.each<[string, IDataObject]>([
	['a data URL', { content: `data:application/pdf;base64,${carried}` }],
	['the first of a list', [{ content: carried }, { content: '' }] as unknown as IDataObject],
])('may be carried as %s', async (_, tracking) => {
	expect((await files([{ id: 13, tracking }])).files).toEqual([pdf('%PDF-1.4 carried')]);
});

it('is fetched where the answer only says where it is', async () => {
	for (const content of [undefined, null, '']) {
		const found = await files([{ id: 13, tracking: { content, url: there } }]);
		expect(found).toEqual({ asked: [there], files: [pdf('%PDF-1.4 fetched')] });
	}
});

it.each<[string, unknown]>([
	['nothing', undefined],
	['an empty object', {}],
	['an empty list', []],
	['empty texts', { content: '', url: '' }],
])('is missed by its name where the answer has %s', async (_, tracking) => {
	const facts = await refusedLater(files([{ id: 13, tracking } as IDataObject]));
	expect(facts).toMatchObject({
		title: 'The parcel has no label',
		advice: 'Ship it first',
		kind: 'notFound',
	});
});

it('is not looked for where it is not wanted', async () => {
	expect(await files([{ id: 13 }], {})).toEqual({ asked: [], files: undefined });
});
