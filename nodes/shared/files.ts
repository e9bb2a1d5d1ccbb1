import type { IBinaryKeyData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { at, isRecord } from './call';
import type { Connection } from './connection';
import { download, kindOf } from './download';
import { Failure, refusal } from './failure';
import { textOf } from './fields';
import type { AnswerFile, Fields, Operation, Values } from './operation';
import { quote } from './quote';

/** The values with every input file in the place of its field's name. Throws where an item has no such file. */
export async function withFiles(
	context: IExecuteFunctions,
	{ fields, optional }: Operation,
	values: Values,
	item: number,
): Promise<Values> {
	const all: Fields = { ...fields, ...optional };
	const names = Object.keys(all).filter((name) => all[name].file && values[name] !== undefined);
	const loaded = { ...values };
	for (const name of names) {
		const { displayName: label } = all[name].property;
		const field = textOf(values[name], label);
		const binary = context.getInputData()[item]?.binary ?? {};
		if (!Object.hasOwn(binary, field)) {
			throw refusal(`'${label}' names no file: the input has no binary field ${quote(field)}`);
		}
		const content = await context.helpers.getBinaryDataBuffer(item, field);
		loaded[name] = content.toString('base64');
	}
	return loaded;
}

/** Reads a value at a dot path; of a list on the way, from its first entry. */
function reach(value: unknown, path: string): unknown {
	const [key, ...rest] = path.split('.');
	const from: unknown = Array.isArray(value) ? value[0] : value;
	const found = isRecord(from) ? at(from, key) : undefined;
	return rest.length > 0 ? reach(found, rest.join('.')) : found;
}

/** The content of a file that an answer carries or points to. Throws where it does neither. */
async function contentOf(
	context: IExecuteFunctions,
	{ host }: Connection,
	file: AnswerFile,
	record: IDataObject,
	values: Values,
) {
	const base64 = reach(record, file.base64);
	if (typeof base64 === 'string' && base64 !== '') {
		const data = Buffer.from(base64.replace(/^data:[^,]*,/, ''), 'base64');
		const kind = kindOf(data) ?? { mimeType: 'application/octet-stream', extension: 'bin' };
		return { data, ...kind };
	}
	const url = reach(record, file.url);
	if (typeof url !== 'string' || url === '') {
		const [title, advice] = file.missing;
		throw new Failure({ title, advice, outcome: 'refused', kind: 'notFound' });
	}
	return await download(context, url, [host, ...file.hosts(values)]);
}

/** The files of the rows, in their order, as n8n's binary data. */
export async function filesOf(
	context: IExecuteFunctions,
	connection: Connection,
	{ file }: Operation,
	rows: IDataObject[],
	values: Values,
): Promise<IBinaryKeyData[] | undefined> {
	if (!file?.when(values)) return undefined;
	const files: IBinaryKeyData[] = [];
	for (const row of rows) {
		const { data, extension, mimeType } = await contentOf(context, connection, file, row, values);
		const name = `${file.fileName(row)}.${extension}`;
		files.push({
			[file.field(values)]: await context.helpers.prepareBinaryData(data, name, mimeType),
		});
	}
	return files;
}
