import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../nodes/shared/call';

/** An answer that calls failed what it is about, whatever else it holds. */
export type Failed = (body: unknown) => unknown;

const inside = (body: unknown): IDataObject => (isRecord(body) ? body : {});

const said =
	(more: IDataObject): Failed =>
	(body) => ({ ...inside(body), ...more });

/** One flag in the forms that programs have for it. */
const noSuccess: Failed[] = [false, 'false', 'FALSE', 0, '0'].map((success) =>
	said({ success, message: 'Not possible' }),
);

const nobody: Failed = (body) => ({ ...inside(body), success: false, message: undefined });

const eachEntry =
	(more: IDataObject): Failed =>
	(body) =>
		(Array.isArray(body) ? body : [body]).map((part: unknown) => {
			const { response } = inside(part);
			const entries = Array.isArray(response) ? response : [];
			return { ...inside(part), response: entries.map((one) => ({ ...inside(one), ...more })) };
		});

const notFound =
	(list: (skus: unknown[]) => unknown): Failed =>
	(body) => {
		const data = inside(inside(body).data);
		const { foundVariantsInDb: found, notFoundVariantsInDb: none } = data;
		const skus = [found, none].flatMap((one) => (Array.isArray(one) ? one : []));
		const told = { foundVariantsInDb: undefined, notFoundVariantsInDb: list(skus) };
		return { ...inside(body), data: { ...data, ...told } };
	};

/** How each marketplace calls a request failed in an answer with status 200. */
export const FAILURES: Record<string, Failed[]> = {
	Dispatch: [...noSuccess, nobody, said({ success: false, error: { code: 'CONFLICT' } })],
	Edumalls: [...noSuccess, nobody],
	Elryan: [1, '1', -1, 500, '500', 'E_CLOSED', true, { code: 5 }].map((code) =>
		said({ error_code: code, message: 'Not possible', data: null }),
	),
	PrintXpand: [
		{ code: 400, status: 'error' },
		{ code: '404', status: 'Error' },
		{ code: '200', status: 'ERROR ' },
		{ code: 404, status: null },
		{ code: '400', status: undefined, id: undefined },
		{ code: null, status: 'failed', message: null },
		{ code: [], status: 'error', message: { text: 'no' } },
	].map((more) => eachEntry(more as IDataObject)),
	VanillaEshop: [
		...noSuccess,
		nobody,
		said({ success: undefined, status: 422, errors: { name: ['is wrong'] } }),
		said({ success: undefined, status: '500', message: 'Server Error' }),
	],
};

/** The same for single records of a request that went well as a whole. */
export const FAILED_RECORDS: Record<string, Failed[]> = {
	'Elryan variant: updatePriceStock': [
		notFound((skus) => skus),
		notFound((skus) => ({ ...skus })),
		notFound((skus) => skus.map((sku) => ({ sku }))),
		notFound((skus) => skus.flatMap((sku) => [null, sku, sku])),
	],
};
