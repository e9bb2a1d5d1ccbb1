import type { IDataObject } from 'n8n-workflow';
import { isRecord, type Answer } from '../shared/call';
import { Failure } from '../shared/failure';
import { jsonMap } from '../shared/json';
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

/** Codes come as numbers and as texts. Never by the message: its wording and case vary. */
export function isRefused({ status, code }: IDataObject): boolean {
	const said = String(status ?? '').toLowerCase();
	if (said === 'error') return true;
	return Number(code) >= 400 && said !== 'success';
}

const idOf = (entry: IDataObject): string | undefined =>
	entry.id === undefined || entry.id === null ? undefined : String(entry.id);

function refused(noun: string, { code, message }: IDataObject, id: string): Failure {
	const status = Number(code);
	// A product that is gone is a 404 in one sample and a "400" in another.
	const isMissing = status === 404 || /not found/i.test(String(message ?? ''));
	return new Failure({
		title: `PrintXpand refused the ${noun} '${id}'`,
		words: String(message ?? `Code ${String(code ?? '')}`),
		outcome: 'refused',
		kind: isMissing ? 'notFound' : undefined,
		status: Number.isInteger(status) ? status : undefined,
		details: { id },
	});
}

function resultsBy(
	noun: string,
	idIn: (element: IDataObject) => string,
	rowOf: (entry: IDataObject) => IDataObject,
): Batch['results'] {
	return (answer, elements) => {
		const entries = pairUp(elements, entriesIn(answer) ?? [], idIn, idOf);
		return elements.map((element, index) => {
			const entry = entries[index];
			const id = idIn(element);
			if (!entry) return undefined;
			return isRefused(entry) ? refused(noun, entry, id) : { ...rowOf(entry), id };
		});
	};
}

const tells = (answer: Answer): boolean => entriesIn(answer) !== undefined;

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
