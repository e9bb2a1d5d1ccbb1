import { randomUUID } from 'node:crypto';

const id = randomUUID();

/** Names the present run of n8n: another one after every start. */
export const thisRun = (): string => id;
