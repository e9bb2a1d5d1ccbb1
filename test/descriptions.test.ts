import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { withOperations } from '../scripts/docs';
import { idsIn } from '../nodes/shared/endpoint';
import { withFreeRequest } from '../nodes/shared/freeRequest';
import type { Operation } from '../nodes/shared/operation';
import { services } from './marketplaces';

/** All parameters, those inside collections and lists of rows included. */
function all(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...(property.options ?? []).flatMap((option) => {
			if ('values' in option) return all(option.values);
			return 'displayName' in option ? all([option as INodeProperties]) : [];
		}),
	]);
}

const filesIn = (directory: string): string[] =>
	readdirSync(directory).flatMap((name) => {
		const path = join(directory, name);
		return statSync(path).isDirectory() ? filesIn(path) : [path];
	});

/** A record that has every field, and every field inside it. */
const everything = (): IDataObject =>
	new Proxy<IDataObject>(
		{},
		{
			get: (_, name) => (typeof name === 'string' ? everything() : undefined),
			getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 1 }),
		},
	);

const operationsOf = (operations: Record<string, Operation>) => Object.entries(operations);

describe.each(services)('$folder', ({ marketplace, node }) => {
	const { properties } = new node().description;
	const resources = Object.entries(withFreeRequest(marketplace));
	const operations = resources.flatMap(([resource, value]) =>
		operationsOf(value.operations).map(([name, operation]) => ({ resource, name, operation })),
	);

	it('shows each parameter once for each operation', () => {
		for (const { resource, name } of operations) {
			const shown = properties.filter(({ displayOptions }) => {
				const { resource: of, operation: on } = displayOptions?.show ?? {};
				return of?.includes(resource) && on?.includes(name);
			});
			const names = shown.map((property) => property.name);
			expect([...new Set(names)]).toEqual(names);
		}
	});

	it('has different values in every list of options', () => {
		for (const { type, options = [] } of all(properties)) {
			if (type !== 'options' && type !== 'multiOptions') continue;
			const values = options.map((option) => ('value' in option ? option.value : undefined));
			expect(new Set(values).size).toBe(values.length);
		}
	});

	it('asks for every id that a path names, as a required field', () => {
		for (const { operation } of operations) {
			for (const id of idsIn(operation.path)) {
				expect(operation.fields?.[id]?.property.required).toBe(true);
			}
		}
	});

	it('offers Return All and Limit on every list', () => {
		for (const { resource, name, operation } of operations) {
			const paged = properties.some(
				({ name: parameter, displayOptions }) =>
					parameter === 'returnAll' &&
					displayOptions?.show?.resource?.includes(resource) &&
					displayOptions.show.operation?.includes(name),
			);
			expect({ resource, name, paged }).toEqual({ resource, name, paged: Boolean(operation.list) });
		}
	});

	it('keeps at most ten fields with Simplify', () => {
		for (const { operation } of operations) {
			if (!operation.simplify) continue;
			const kept = Object.keys(operation.simplify(everything()));
			expect(kept.length).toBeGreaterThan(0);
			expect(kept.length).toBeLessThanOrEqual(10);
		}
	});

	it('says what an act can be checked by', () => {
		for (const { operation } of operations) {
			if (operation.effect === 'act') expect(operation.verify).toBeTruthy();
		}
	});

	it('writes labels in title case and ends no single sentence with a full stop', () => {
		for (const { displayName, description = '', type } of all(properties)) {
			if (type === 'notice') continue;
			expect(displayName).toMatch(/^[A-Z(]/);
			const sentences = description.split(/[.!?]\s/).length;
			if (sentences === 1) expect(description).not.toMatch(/\.$/);
			else expect(description).toMatch(/[.!?]$/);
		}
	});
});

it('the same parameter of a resource has the same label in all marketplaces', () => {
	const labels = new Map<string, Set<string>>();
	for (const { node } of services) {
		for (const { name, displayName, displayOptions } of new node().description.properties) {
			if (name === 'inferredNotice') continue;
			const key = `${String(displayOptions?.show?.resource ?? '')} ${name}`;
			labels.set(key, (labels.get(key) ?? new Set()).add(displayName));
		}
	}
	expect([...labels].filter(([, names]) => names.size > 1)).toEqual([]);
});

it('counts the escape hatches: few operations need more than fields', () => {
	const hatches = services.flatMap(({ marketplace }) =>
		Object.values(marketplace.resources).flatMap(({ operations }) =>
			Object.values(operations).filter(({ request, run }) => request ?? run),
		),
	);
	expect(hatches.map(({ action }) => action)).toEqual([
		'Toggle workflow',
		'Configure integration',
		'Get many orders',
		'Update product stock',
	]);
});

it('no marketplace imports another, and the engine imports none', () => {
	const wrong = filesIn('nodes')
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) => {
			const folder = file.split('/')[1];
			const imports = [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)];
			return imports
				.map(([, path]) => join(file, '..', path).split('/').slice(0, 2).join('/'))
				.filter((target) => target !== `nodes/${folder}` && target !== 'nodes/shared')
				.map((target) => `${file} imports ${target}`);
		});
	expect(wrong).toEqual([]);
});

it('no file that ships is longer than 220 lines', () => {
	const long = [...filesIn('nodes'), ...filesIn('credentials')]
		.filter((file) => file.endsWith('.ts'))
		.map((file) => [file, readFileSync(file, 'utf8').split('\n').length] as const)
		.filter(([, lines]) => lines > 221);
	expect(long).toEqual([]);
});

it("the README's operations are those of the definitions", () => {
	// The formatter aligns the columns of tables.
	const unaligned = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
	const readme = readFileSync('README.md', 'utf8');
	expect(unaligned(withOperations(readme))).toBe(unaligned(readme));
});
