import type { Match, Spec } from '../shared/validator';
import type { Settings } from './settings';

/** Where a call arrives by the spec, which may not be the path it came on. */
export interface Place extends Match {
	/** The path as the spec has it, with the call's own parameters and query. */
	path: string;
	method: string;
}

/**
 * Half of the paths are inferred, so a client must be able to send another one. `settings.moved`
 * moves an operation: it answers there, by the same rules, and no longer at its default.
 */
export function locate(
	spec: Spec,
	{ moved }: Settings,
	method: string,
	url: string,
): Place | undefined {
	const [path = '', query] = url.split('?');
	const rest = query === undefined ? '' : `?${query}`;
	for (const [operationId, target = ''] of Object.entries(moved)) {
		const [wanted, template = ''] = target.split(' ');
		const params = wanted === method ? paramsOf(template, path) : undefined;
		const home = params && homeOf(spec, operationId);
		if (params && home) {
			const at = home.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
			const match = spec.match(home.method, at);
			if (match) return { ...match, method: home.method, path: at + rest };
		}
	}
	const match = spec.match(method, path);
	return match && moved[match.operationId] === undefined
		? { ...match, method, path: path + rest }
		: undefined;
}

function paramsOf(template: string, path: string): Record<string, string> | undefined {
	const pattern = template
		.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
		.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
	const match = new RegExp(`^${pattern}$`).exec(path);
	return match ? { ...match.groups } : undefined;
}

function homeOf(spec: Spec, operationId: string): { method: string; path: string } | undefined {
	for (const [path, item] of Object.entries(spec.document.paths ?? {})) {
		for (const [method, call] of Object.entries(item ?? {})) {
			const { operationId: id } = call as { operationId?: string };
			if (id === operationId) return { method: method.toUpperCase(), path };
		}
	}
	return undefined;
}
