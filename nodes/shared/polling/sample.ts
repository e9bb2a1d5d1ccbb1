import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { connect } from '../connection';
import { toFailure, toNodeError } from '../failure';
import type { Marketplace } from '../operation';
import type { Occurrence } from './cursor';
import { reader, type Wanted } from './watch';

/** Times may be told in whole seconds: of those that share one, the later has the greater id. */
function latestFirst(a: Occurrence, b: Occurrence): number {
	return b.time.localeCompare(a.time) || b.name.localeCompare(a.name, 'en', { numeric: true });
}

/** One real record for the editor, the latest of the first page. */
export async function sample(
	this: IExecuteFunctions,
	marketplace: Marketplace,
	{ watch, simplify }: Wanted,
): Promise<INodeExecutionData[][]> {
	try {
		const connection = await connect(this, marketplace);
		const from = new Date(0).toISOString();
		const { occurrences } = await reader(connection, { ...watch, filter: undefined }, from)(0);
		const [latest] = occurrences.sort(latestFirst);
		if (latest) return [[{ json: simplify(latest.record), pairedItem: { item: 0 } }]];
	} catch (error) {
		throw toNodeError(this.getNode(), toFailure(error));
	}
	throw new NodeOperationError(this.getNode(), 'There is no such record yet', {
		description: `${marketplace.name} has nothing to show for this event; the workflow will start with the first one.`,
	});
}
