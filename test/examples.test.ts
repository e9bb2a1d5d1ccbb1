import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHelpers, type INode } from 'n8n-workflow';
import { services } from './marketplaces';

const folder = join(__dirname, '..', 'examples');
const PACKAGE = 'n8n-nodes-marketplaces.';

const types = new Map(
	services
		.flatMap(({ node, triggers }) => [node, ...triggers])
		.map((Type) => new Type().description)
		.map((description) => [`${PACKAGE}${description.name}`, description]),
);

const nodesIn = (file: string): INode[] =>
	(JSON.parse(readFileSync(join(folder, file), 'utf8')) as { nodes: INode[] }).nodes;

const ours = readdirSync(folder).flatMap((file) =>
	nodesIn(file)
		.filter(({ type }) => type.startsWith(PACKAGE))
		.map((node) => ({ file, name: node.name, node })),
);

it.each(ours)('examples/$file: $name gives only what the node takes', ({ node }) => {
	const description = types.get(node.type);
	// n8n itself adds the times of a polling trigger.
	const { pollTimes: _, ...given } = node.parameters;
	// n8n ignores without a word what the node does not show with these values.
	const taken = NodeHelpers.getNodeParameters(
		description?.properties ?? [],
		given,
		true,
		false,
		node,
		description ?? null,
	);
	expect(taken).toMatchObject(given);
});

it('lets no example remember what it has seen by Remove Duplicates', () => {
	// It keeps 10,000 values, and then fails for good: one batch more than it has room for is an error.
	const remembering = readdirSync(folder).filter((file) =>
		nodesIn(file).some(
			({ parameters }) => parameters.operation === 'removeItemsSeenInPreviousExecutions',
		),
	);
	expect(remembering).toEqual([]);
});
