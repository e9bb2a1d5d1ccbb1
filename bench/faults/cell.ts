import { setTimeout as delay } from 'node:timers/promises';
import { runOnce, type Contender } from '../shared/contenders/contender';
import { isClean, judge, type Verdict } from '../shared/judge';
import { openDoor, type Door } from './door';
import type { FaultRow } from './rows';
import type { OpenStage, Stage } from '../shared/stage';
import { everyTime, strike, whenOf } from './strikes';
import { EFFECTS, type TaskName } from './taskNames';
import { openerOf } from './tasks';

export const MANY = 500;

/** One field of the matrix. */
export interface Cell {
	contender: Contender;
	row: FaultRow;
	task: TaskName;
	size: 1 | typeof MANY;
	/** The fault does not go away. */
	forEver?: true;
}

export interface CellResult {
	cell: Cell;
	verdict: Verdict;
	/** Requests of the task that reached the shop. */
	requests: number;
	/** The most attempts that one call took. */
	most: number;
	struck: number;
	ms: number;
	words?: string;
	/** Why the goal is not reached. */
	shortfall?: string;
}

/** Whether the matrix has such a field: not every fault can happen to everything. */
export function exists({ row, task, size, forEver }: Cell): boolean {
	const { service = 'edumalls', tasks, long, many, once } = row;
	if (openerOf(service, task) === undefined || tasks?.includes(task) === false) return false;
	if (forEver && once) return false;
	return size === 1 ? !many : !long;
}

const SETTLE_MS = 50;
/** The engine's attempts, and the one that follows a new token. */
const MOST_ATTEMPTS = 5;
/** Three readings of a list of ten pages, each of which may ask for 32 pages ahead of one that ends it. */
const MOST_PAGES = 150;

/** Runs one field of the matrix in a shop of its own. */
export async function runCell(cell: Cell): Promise<CellResult> {
	const open = openerOf(cell.row.service ?? 'edumalls', cell.task);
	if (!open) throw new Error(`There is no such cell: ${cell.row.name}, ${cell.task}`);
	return await inShop(cell, open);
}

async function inShop(cell: Cell, open: OpenStage): Promise<CellResult> {
	const stage = await open(cell.size);
	const door = cell.row.shutMs === undefined ? undefined : await openDoor(stage.shop.url);
	try {
		return await runIn(cell, stage, door);
	} finally {
		door?.close();
		await stage.shop.close();
	}
}

async function runIn(cell: Cell, stage: Stage, door: Door | undefined): Promise<CellResult> {
	const { contender, row, size, task, forEver } = cell;
	const { shop } = stage;
	row.begin?.(stage);
	const when = forEver ? everyTime : whenOf(row, stage, size);
	const struck = strike(stage, row, { when, isMany: size === MANY, door });
	if (forEver) door?.shut();
	else door?.shutFor(row.shutMs ?? 0);
	const startedAt = performance.now();
	const scale = size === 1 ? 'one' : 'many';
	const timeoutMs = row.timeoutMs?.[scale];
	const told = await runOnce(contender, { stage, url: door?.url ?? shop.url, timeoutMs });
	const ms = performance.now() - startedAt;
	await delay(row.settleMs?.[scale] ?? SETTLE_MS);
	const mayBeUnsure = EFFECTS[task] === 'act' || forEver === true;
	const verdict = judge(told, stage.truth, mayBeUnsure);
	const counts = countRequests(stage, told.attempts);
	const result = { cell, verdict, ...counts, struck: struck(), ms, words: told.words };
	return { ...result, shortfall: shortfallOf(result, stage) };
}

/** A refused connection reaches no shop, so what the run says of its attempts counts too. */
function countRequests({ shop, action, callOf }: Stage, attempts = 0) {
	const counts = new Map<string, number>();
	const mine = shop.requests.filter((request) => request.action === action);
	for (const request of mine) {
		const call = callOf(request);
		counts.set(call, (counts.get(call) ?? 0) + 1);
	}
	return { requests: mine.length, most: Math.max(attempts, ...counts.values()) };
}

/** Holds a result against the goal: nothing lost, twice or misreported, and not by giving up. */
function shortfallOf(result: CellResult, { truth, perRequest }: Stage): string | undefined {
	const { cell, verdict, most, requests, struck } = result;
	const { row, task, forEver } = cell;
	if (!isClean(verdict)) return 'not 0 / 0 / 0';
	const tooMany = truth.kind === 'list' ? requests > MOST_PAGES : most > MOST_ATTEMPTS;
	if (tooMany) return `${requests} requests, ${most} attempts for one call`;
	if (forEver) return undefined;
	const mayMiss = row.recovers.includes(EFFECTS[task]) ? 0 : struck * perRequest;
	const missed = verdict.records - verdict.done;
	const missesTooMany = truth.kind === 'writes' && missed > mayMiss;
	const gaveUp = truth.kind === 'list' && mayMiss === 0 && missed > 0;
	return missesTooMany || gaveUp ? `${missed} not done, where it could be` : undefined;
}
