import type { IDataObject } from 'n8n-workflow';
import { bodyOf, type Answer } from '../../nodes/shared/call';
import { Failure } from '../../nodes/shared/failure';
import { text } from '../../nodes/shared/fields';
import { number } from '../../nodes/shared/numbers';
import type { Batch, Effect, Operation } from '../../nodes/shared/operation';
import { simple } from './simple';

const unknownIn = (answer: Answer) => bodyOf(answer).unknown as string[] | undefined;

const unknown = (sku: string) =>
	new Failure({
		title: 'Shop does not know this SKU',
		words: sku,
		outcome: 'refused',
		kind: 'notFound',
	});

/** The answer names the SKUs that the shop did not know. */
const results: Batch['results'] = (answer, elements) =>
	elements.map(({ sku }) =>
		unknownIn(answer)?.includes(String(sku)) ? unknown(String(sku)) : { sku, saved: true },
	);

const skuOf = ({ sku }: IDataObject) => String(sku);

/** One request for many items. */
const batch = (name: string, effect: Effect, more: Partial<Batch>, rest: Partial<Operation> = {}) =>
	simple(name, effect, {
		path: '/batch',
		fields: {
			sku: text('SKU', { required: true }),
			qty: number('Quantity', { min: 0 }),
			parent: text('Parent'),
		},
		batch: { size: 100, body: (elements) => ({ items: elements }), results, apart: skuOf, ...more },
		...rest,
	});

export const batchOperations: Record<string, Operation> = {
	updateMany: batch('Update Many', 'set', {}),
	shipMany: batch('Ship Many', 'act', {}),
	/** An answer that names what it does not know tells of each, whatever its status. */
	deleteMany: batch(
		'Delete Many',
		'set',
		{ tells: (answer) => unknownIn(answer) !== undefined },
		{
			deletes: true,
		},
	),
	/** What hangs below another comes after it. */
	growMany: batch('Grow Many', 'set', {
		after: ({ parent }) => (parent === undefined ? undefined : String(parent)),
	}),
	/** What must be done once is refused where it comes again. */
	printMany: batch('Print Many', 'act', {
		once: ({ sku }) => ({ mark: String(sku), refusal: ['It comes twice', 'Give it once'] }),
	}),
	/** A refusal that names items means that none was carried out. */
	importMany: batch('Import Many', 'act', { refusesWhole: 'items' }),
};
