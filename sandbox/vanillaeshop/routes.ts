import type { Match, Spec } from '../shared/validator';

/** A PATCH does what the PUT of its path does, by the same rules; a HEAD is a GET without the body. */
const TWINS: Readonly<Record<string, string>> = { PATCH: 'PUT', HEAD: 'GET' };

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export interface Route extends Match {
	/** The method that the operation is described under. */
	method: string;
}

export function routeOf(spec: Spec, method: string, path: string): Route | undefined {
	const described = TWINS[method] ?? method;
	const match = spec.match(described, path);
	return match && !hasSlash(match) ? { ...match, method: described } : undefined;
}

/** Laravel decodes the whole path before it looks for a route, so that no id can hold a slash. */
const hasSlash = ({ params }: Match): boolean =>
	Object.values(params).some((value) => value.includes('/'));

/** The methods that a path does have, for a 405. */
export const allowedAt = (spec: Spec, path: string): string[] =>
	METHODS.filter((method) => routeOf(spec, method, path) !== undefined);
