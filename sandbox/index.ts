import { startEdumalls, type EdumallsOptions, type EdumallsSandbox } from './edumalls';

export type { EdumallsOptions, EdumallsSandbox, Delivery, Settings, Store } from './edumalls';
export type { Mail, Order, OrderComment, Product, Customer, Tracking } from './edumalls/types';
export type { OrderDraft } from './edumalls/store';
export type { Fault, FaultKind } from './shared/faults';
export type { LoggedRequest } from './shared/requestLog';

export interface SandboxOptions {
	edumalls?: EdumallsOptions;
}

export interface Sandbox {
	readonly edumalls: EdumallsSandbox;
	close(): Promise<void>;
}

/** Starts the marketplaces on this machine, each on a port of its own. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const edumalls = await startEdumalls(options.edumalls);
	return {
		edumalls,
		close: async () => await edumalls.close(),
	};
}
