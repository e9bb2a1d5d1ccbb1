import { byMode, chain, ours } from './chain';
import { type Grounds, type Lane, tallyOf } from './lane';

const LINES = 3;

/** n8n refuses an interval below a minute, but takes several times within one. */
const everyTenSeconds = Array.from({ length: 6 }, (_, index) => ({
	mode: 'custom',
	cronExpression: `${index * 10} * * * * *`,
}));

/** Order lines that the Elryan Trigger finds; each is prepared. */
export function orderLines(
	{ sandbox: { elryan }, credentials }: Grounds,
	preparedTimes: (poLineId: string) => number,
): Lane {
	const lines: string[] = [];
	return {
		title: 'New order lines',
		text: `Elryan Trigger, polling every 10 seconds → Elryan *Order: Prepare*, ${LINES} new lines a second`,
		everyMs: 1000,
		workflow: chain(
			'Soak: order lines',
			[
				ours('New Line', 'elryanTrigger', 'elryanApi', {
					event: 'orderCreated',
					pollTimes: { item: everyTenSeconds },
				}),
				ours('Prepare', 'elryan', 'elryanApi', {
					resource: 'order',
					operation: 'prepare',
					poLineId: byMode('id', '={{ $json.poLineId }}'),
				}),
			],
			credentials,
		),
		happen() {
			const { 'Purchase Order ID': order } = elryan.store.placeOrderLine({ lines: LINES });
			lines.push(...elryan.store.linesOf(order).map(({ POlineID }) => POlineID));
		},
		tally: () => tallyOf(lines, preparedTimes, { refused: 0, wrong: [] }),
	};
}
