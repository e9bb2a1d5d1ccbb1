import type { Door } from './door';
import type { FaultRow } from './rows';
import type { Stage } from '../shared/stage';

const LIST_STRIKES = 2;
const FIRST_STRUCK_PAGE = 3;
const WRITE_STRIKES = 10;

/** Whether a fault strikes the request that so many of the task came before. */
export type When = (index: number) => boolean;

export const everyTime: When = () => true;

/** Spread over the run, so that what is sent again is not struck again, and always the same requests. */
export function whenOf(row: FaultRow, { truth, input, perRequest }: Stage, size: number): When {
	if (row.always) return everyTime;
	if (size === 1) return (index) => index === 0;
	if (truth.kind === 'list') {
		const struck = Array.from(
			{ length: LIST_STRIKES },
			(_, turn) => FIRST_STRUCK_PAGE * (turn + 1),
		);
		return (index) => struck.includes(index);
	}
	const count = row.strikes ?? WRITE_STRIKES;
	const requests = Math.ceil(input.length / perRequest);
	const struck = Array.from({ length: count }, (_, turn) =>
		Math.floor(((turn + 0.5) * requests) / count),
	);
	return (index) => struck.includes(index);
}

interface Striking {
	when: When;
	isMany: boolean;
	door?: Door;
}

/** Lets a fault strike. Gives how often it has struck. */
export function strike(
	stage: Stage,
	row: FaultRow,
	{ when, isMany, door }: Striking,
): () => number {
	const { shop, action } = stage;
	let index = 0;
	let struck = 0;
	// The sandbox's own list knows chance and counts; the matrix says which request it is to be.
	shop.faults.take = (asked) => {
		const request = shop.requests.at(-1);
		if (asked.action !== action || request === undefined) return [];
		const turn = { stage, door, request, isMany, index: index++ };
		if (!when(turn.index)) return [];
		struck += 1;
		const fault = row.strike(turn);
		return fault ? [fault] : [];
	};
	return () => struck;
}
