import { Failure } from './failure';
import type { Field } from './fields';
import type { Fields, Operation } from './operation';

/** What a service says is wrong with one field, by the dotted path that it gives it. */
export interface Problem {
	path: string;
	words: string;
	/** What the user can do about it. */
	advice?: string;
}

/** The parts of an operation in which a path is looked for. */
export type Labelled = Partial<Pick<Operation, 'fields' | 'optional' | 'options'>>;

const targetsOf = (name: string, { to }: Field): string[] =>
	typeof to === 'object' ? Object.values(to) : [to ?? name];

function find(fields: Fields, path: string): string | undefined {
	for (const [name, field] of Object.entries(fields)) {
		const { displayName } = field.property;
		for (const target of targetsOf(name, field)) {
			if (path === target) return `'${displayName}'`;
			if (!path.startsWith(`${target}.`)) continue;
			const [place, ...inner] = path.slice(target.length + 1).split('.');
			if (!/^\d+$/.test(place)) continue;
			const row = `row ${Number(place) + 1} of '${displayName}'`;
			const label = field.rows && inner.length > 0 ? find(field.rows, inner.join('.')) : undefined;
			return label ? `${label} in ${row}` : row;
		}
	}
	return undefined;
}

/** What the user knows a field of the request as; the service's own path where no parameter is sent there. */
export function labelOf({ fields, optional, options }: Labelled, path: string): string {
	return find({ ...fields, ...optional, ...options }, path) ?? `'${path}'`;
}

/** The problems in the service's words, each under its label. */
export const tellProblems = (operation: Labelled, problems: Problem[]): string =>
	problems
		.map(({ path, words }) => (path === '' ? words : `${labelOf(operation, path)}: ${words}`))
		.join(' ');

/** What to do about the problems, each thing said once. */
export const adviceOn = (problems: Problem[] = []): string | undefined =>
	[...new Set(problems.flatMap(({ advice }) => advice ?? []))].join('. ') || undefined;

/** Where a request's list of elements stands in its paths, and how many were sent. */
export interface Listed {
	list: string;
	count: number;
}

/** The element that a path is about, and the path within it; nothing where no such element was sent. */
function placeIn(
	{ list, count }: Listed,
	path: string,
): [place: number, inner: string] | undefined {
	if (!path.startsWith(`${list}.`)) return undefined;
	const [first, ...inner] = path.slice(list.length + 1).split('.');
	const place = /^\d+$/.test(first) ? Number(first) : count;
	return place < count ? [place, inner.join('.')] : undefined;
}

/**
 * Finds out which elements of a request a refusal is about, from the places that its paths name, such as
 * `products.3.price`. Nothing where it is about the request as a whole, or about what was not in it: then
 * nobody in particular is to blame.
 */
export function blamed(
	operation: Labelled,
	listed: Listed,
	{ facts }: Failure,
): Map<number, Failure> | undefined {
	// Only this status says that nothing was carried out: 'unprocessable'.
	if (facts.status !== 422 || facts.outcome === 'unknown') return undefined;
	const byPlace = new Map<number, Problem[]>();
	for (const { path, ...problem } of facts.problems ?? []) {
		const found = placeIn(listed, path);
		if (!found) return undefined;
		const [place, inner] = found;
		byPlace.set(place, [...(byPlace.get(place) ?? []), { ...problem, path: inner }]);
	}
	if (byPlace.size === 0) return undefined;
	// Advice on one element is none for the others.
	const common = adviceOn(facts.problems) ? undefined : facts.advice;
	const failures = [...byPlace].map(([place, problems]) => {
		const words = tellProblems(operation, problems);
		const advice = adviceOn(problems) ?? common;
		return [place, new Failure({ ...facts, words, problems, advice })] as const;
	});
	return new Map(failures);
}
