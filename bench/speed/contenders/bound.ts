import { DEFAULT_CAP } from '../../../nodes/shared/send';

/** Calls in flight, the same for all: what this package's nodes have by default. */
export const BOUND = DEFAULT_CAP;
