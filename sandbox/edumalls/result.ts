import type { Store } from './store';

/** What an action comes to, before HTTP. */
export interface Result {
	body: { success: boolean; message: string } & Record<string, unknown>;
	/** Whether it took effect. */
	applied: boolean;
	/** Why it was refused, in more words than the vendor's. For the log only. */
	note?: string;
}

/** Data has passed the spec's validation by the time an action sees it. */
export type Action = (store: Store, data: object, now: number) => Result;

export const success = (message: string, fields: Record<string, unknown>): Result => ({
	body: { success: true, message, ...fields },
	applied: true,
});

export const failure = (message: string, note?: string): Result => ({
	body: { success: false, message },
	applied: false,
	...(note === undefined ? {} : { note }),
});
