import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { services } from './marketplaces';

interface SpecPath {
	post?: SpecMethod;
	get?: SpecMethod;
	put?: SpecMethod;
	delete?: SpecMethod;
	patch?: SpecMethod;
}
interface SpecMethod {
	operationId?: string;
	'x-operations'?: Record<string, { operationId: string; 'x-source'?: string }>;
	/** A call that is no operation of its own: a login. */
	'x-internal'?: boolean;
	'x-source'?: string;
	/** The path where OpenAPI cannot tell it from another method's. */
	'x-path'?: string;
}

/** `resource.operation → METHOD path (action)` of every operation in the spec. */
function inSpec(file: string): Record<string, string> {
	const { paths } = parse(readFileSync(file, 'utf8')) as { paths: Record<string, SpecPath> };
	const found = Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods as Record<string, SpecMethod>).flatMap(([method, call]) => {
			const where = `${method.toUpperCase()} ${call['x-path'] ?? path}`;
			const actions = Object.entries(call['x-operations'] ?? {});
			if (actions.length > 0) {
				return actions.map(([action, { operationId, 'x-source': source = 'documented' }]) => [
					operationId,
					`${where} ${action} ${source}`,
				]);
			}
			return call.operationId?.includes('.')
				? [[call.operationId, `${where} ${call['x-source'] ?? 'documented'}`]]
				: [];
		}),
	);
	return Object.fromEntries(found) as Record<string, string>;
}

describe.each(services)('$folder', ({ marketplace, spec }) => {
	it('every operation of the spec is an operation of the node, with the same address, and the reverse', () => {
		const inNode = Object.entries(marketplace.resources).flatMap(([resource, { operations }]) =>
			Object.entries(operations).map(
				([name, { method, path, envelope, source = 'documented' }]) => {
					const action = (envelope?.({}) as { action?: string } | undefined)?.action;
					const where = [method, path, action, source].filter(Boolean).join(' ');
					return [`${resource}.${name}`, where];
				},
			),
		);
		expect(Object.fromEntries(inNode)).toEqual(inSpec(spec));
	});
});
