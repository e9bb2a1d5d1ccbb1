import { readFileSync } from 'node:fs';
import type { INodeProperties } from 'n8n-workflow';
import { parse } from 'yaml';
import { isRecord } from '../nodes/shared/call';
import { services } from './marketplaces';

type Lists = Map<string, string[][]>;

const note = (lists: Lists, name: string, values: string[]) =>
	lists.set(name, [...(lists.get(name) ?? []), [...values].sort()]);

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((one) => typeof one === 'string');

/** The kinds that a schema is one of, by the names of their schemas. */
const kindsIn = ({ discriminator, oneOf }: Record<string, unknown>): string[] | undefined =>
	discriminator && Array.isArray(oneOf)
		? oneOf.map((one) => String(isRecord(one) ? one.$ref : '').replace(/^.*\//, ''))
		: undefined;

/** Every list of texts that the spec allows, by the name of the field or the schema. */
function inSpec(node: unknown, name = '', found: Lists = new Map()): Lists {
	if (Array.isArray(node)) node.forEach((one) => inSpec(one, name, found));
	if (!isRecord(node)) return found;
	const values = isTexts(node.enum) ? node.enum : kindsIn(node);
	if (values) note(found, name, values);
	for (const [key, inner] of Object.entries(node)) inSpec(inner, key, found);
	return found;
}

/** Every dropdown, those in collections and in rows included, by the name of the parameter. */
function inNode(properties: INodeProperties[], found: Lists = new Map()): Lists {
	for (const { name, type, options = [] } of properties) {
		const values = options.flatMap((option) => ('value' in option ? [String(option.value)] : []));
		if (type === 'options') note(found, name, values);
		for (const option of options) {
			if ('values' in option) inNode(option.values, found);
			else if ('type' in option) inNode([option], found);
		}
	}
	return found;
}

/** By service: what the spec calls a list, what the parameter is called, and in how many places it stands. */
const SAME: Record<string, Array<[inSpec: string, parameter: string, places: number]>> = {
	Dispatch: [
		['Action', 'actionType', 1],
		// The node's six operations on workflows, and the trigger.
		['EntityType', 'entityType', 7],
	],
	VanillaEshop: [
		['OrderStatusCode', 'orderStatusCode', 3],
		['code', 'code', 2],
		['gift_code', 'giftCode', 2],
		['language', 'language', 2],
		['payment_code', 'paymentCode', 2],
		['shipping_code', 'shippingCode', 2],
	],
};

/** The dropdowns of a service's node and triggers, and the lists of its spec. */
function listsOf(folder: string) {
	const service = services.find((one) => one.folder === folder);
	if (!service) throw new Error(`There is no service '${folder}'`);
	const properties = [service.node, ...service.triggers].flatMap(
		(Node) => new Node().description.properties,
	);
	const { components } = parse(readFileSync(service.spec, 'utf8')) as Record<string, unknown>;
	return { shown: inNode(properties), allowed: inSpec(components) };
}

describe.each(Object.entries(SAME))('%s', (folder, rows) => {
	const { shown, allowed } = listsOf(folder);

	it.each(rows)('offers just what the spec allows: %s', (name, parameter, places) => {
		const [wanted] = allowed.get(name) ?? [];
		expect(wanted?.length).toBeGreaterThan(1);
		expect(shown.get(parameter)).toEqual(Array.from({ length: places }, () => wanted));
	});

	it('and the spec allows the same wherever it names the list', () => {
		for (const lists of allowed.values()) {
			expect(lists).toEqual(lists.map(() => lists[0]));
		}
	});

	it('and the spec has no other list', () => {
		expect([...allowed.keys()].sort()).toEqual(rows.map(([name]) => name).sort());
	});
});

it('VanillaEshop: calculated totals can be of every code', () => {
	const { shown, allowed } = listsOf('VanillaEshop');
	const chosen = ['discountCode', 'paymentFeeCode'].flatMap((name) => shown.get(name)?.[0] ?? []);
	const always = ['shipping', 'sub_total', 'tax', 'total'];
	expect([...chosen, ...always].sort()).toEqual(allowed.get('code')?.[0]);
});
