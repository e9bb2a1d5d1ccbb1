import type { IDataObject } from 'n8n-workflow';
import { isRecord, saysNo, type Answer } from '../shared/call';
import { Failure } from '../shared/failure';
import { jsonMap } from '../shared/json';
import { toNumber } from '../shared/numbers';
import type { Batch } from '../shared/operation';
import { pairUp } from '../shared/pairing';

/** Documented size: none; a shop works off what it gets in one go, so requests stay small. */
const BATCH_SIZE = 20;

/** The entries of `[ { "response": [ … ] } ]`; nothing where the answer is something else. */
export function entriesIn({ body }: Answer): IDataObject[] | undefined {
	const lists = (Array.isArray(body) ? body : [body]).map((part: unknown) =>
		isRecord(part) ? part.response : undefined,
	);
	const found = lists.filter((list) => Array.isArray(list));
	return found.length > 0 ? found.flat().filter(isRecord) : undefined;
}

/** Whether an answer has PrintXpand's own form, whatever it holds. */
export const isInForm = ({ body }: Answer): boolean =>
	(Array.isArray(body) ? body : [body]).some((part) => isRecord(part) && 'response' in part);

/** Codes come as numbers and as texts. Never by the message: its wording and case vary. */
export function isRefused({ status, code }: IDataObject): boolean {
	const said = typeof status === 'string' ? status.trim().toLowerCase() : '';
	if (/error|fail/.test(said) || saysNo(status)) return true;
	return (toNumber(code) ?? 0) >= 400 && said !== 'success';
}

const idOf = (entry: IDataObject): string | undefined =>
	typeof entry.id === 'string' || typeof entry.id === 'number' ? String(entry.id) : undefined;

/** What an entry says, in the vendor's words. */
export const wordsIn = ({ code, message }: IDataObject): string =>
	typeof message === 'string' ? message : `Code ${toNumber(code) ?? 'unknown'}`;

/** A product that is gone is a 404 in one sample and a "400" in another. */
const isMissing = (entry: IDataObject): boolean =>
	toNumber(entry.code) === 404 || /not found/i.test(wordsIn(entry));

function refused(
	noun: string,
	entry: IDataObject,
	id: string,
	kind: 'notFound' | undefined,
): Failure {
	const status = toNumber(entry.code);
	return new Failure({
		title: `PrintXpand refused the ${noun} '${id}'`,
		words: wordsIn(entry),
		outcome: 'refused',
		kind,
		status: Number.isInteger(status) ? status : undefined,
		details: { id },
	});
}

/** The one entry of an answer, where it is a refusal that names nobody: it is about the whole request. */
const refusalOfAll = ([first, ...others]: IDataObject[]): IDataObject | undefined =>
	first && others.length === 0 && idOf(first) === undefined && isRefused(first) ? first : undefined;

function resultsBy(
	noun: string,
	idIn: (element: IDataObject) => string,
	rowOf: (entry: IDataObject) => IDataObject,
): Batch['results'] {
	return (answer, elements) => {
		const all = entriesIn(answer) ?? [];
		const common = elements.length > 1 ? refusalOfAll(all) : undefined;
		// It says of no element that it is not there.
		if (common) return elements.map((one) => refused(noun, common, idIn(one), undefined));
		const entries = pairUp(elements, all, idIn, idOf);
		return elements.map((element, index) => {
			const entry = entries[index];
			const id = idIn(element);
			if (!entry) return undefined;
			if (!isRefused(entry)) return { ...rowOf(entry), id };
			return refused(noun, entry, id, isMissing(entry) ? 'notFound' : undefined);
		});
	};
}

/** Entries hold whatever the status, unless the shop itself failed on the way. */
const tells = (answer: Answer): boolean =>
	answer.status < 500 && (entriesIn(answer) ?? []).length > 0;

/**
 * Ids that newer Magento takes for one key of a map and drops all but one of, without a word: they differ
 * in case or underscores only. Source: Magento's `InputParamsResolver::filterAssociativeInputData`.
 */
export const keyOf = (id: string): string => id.toLowerCase().replaceAll('_', '');

/** Records in a map by their id, in the order of the input. What exists already is updated. */
export function mapById(key: string, noun: string, idName = 'id'): Batch {
	const idIn = (element: IDataObject) => String(element[idName]);
	return {
		size: BATCH_SIZE,
		body: (elements) =>
			`{"${key}":${jsonMap(elements.map((element) => [idIn(element), element]))}}`,
		tells,
		results: resultsBy(noun, idIn, (entry) => entry),
		apart: (element) => keyOf(idIn(element)),
	};
}

/** A list of ids to delete. */
export function listOfIds(key: string, noun: string): Batch {
	const idIn = ({ id }: IDataObject) => String(id);
	return {
		size: BATCH_SIZE,
		body: (elements) => ({ [key]: elements.map(idIn) }),
		tells,
		results: resultsBy(noun, idIn, ({ message }) => ({ deleted: true, message })),
		apart: idIn,
	};
}
