import { catalogue } from './catalogue';
import { designs } from './designs';
import type { Grounds, Lane } from './lane';
import { orderEvents } from './orderEvents';
import { orderLines } from './orderLines';
import { shipments } from './shipments';

export type { Grounds, Lane, Range, Tally } from './lane';

/** All that goes on at the same time. */
export const lanesOn = (grounds: Grounds, preparedTimes: (poLineId: string) => number): Lane[] => [
	orderEvents(grounds),
	orderLines(grounds, preparedTimes),
	catalogue(grounds),
	designs(grounds),
	shipments(grounds),
];
