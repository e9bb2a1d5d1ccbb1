import type { HttpManner } from '../../shared/contenders/httpRequest';
import type { Setting } from '../tasks/task';
import { BOUND } from './bound';

/** Between the tries of *Retry On Fail*: short, so that waiting does not count against it. */
export const RETRY_MS = 100;

/** HTTP Request does not wait for the answers of a batch: the rest has to be longer than they take. */
const MARGIN_MS = 10;

/** Under a limit a careful builder stays below it. */
const LIMITED = 10;

/** *Batching* that keeps no more in flight than the others have, and to the limit where there is one. */
export function batchOf({ latencyMs, perSecond }: Setting): NonNullable<HttpManner['batch']> {
	if (perSecond === undefined) return { size: BOUND, intervalMs: latencyMs + MARGIN_MS };
	return { size: LIMITED, intervalMs: Math.ceil((LIMITED * 1000) / perSecond) };
}

/** Between pages, where the shop has a limit. */
export const pageRestOf = ({ perSecond }: Setting): number =>
	perSecond === undefined ? 0 : Math.ceil(1000 / perSecond);
