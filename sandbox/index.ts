import { startEdumalls, type EdumallsOptions, type EdumallsSandbox } from './edumalls';
import { startElryan, type ElryanOptions, type ElryanSandbox } from './elryan';

export type { EdumallsOptions, EdumallsSandbox, Delivery, Settings, Store } from './edumalls';
export type { Mail, Order, OrderComment, Product, Customer, Tracking } from './edumalls/types';
export type { OrderDraft } from './edumalls/store';
export type { ElryanOptions, ElryanSandbox } from './elryan';
export type { LineDraft } from './elryan/orders';
export type { OrderLine, Package, Transaction, Variant } from './elryan/types';
export type { Fault, FaultKind } from './shared/faults';
export type { LoggedRequest } from './shared/requestLog';

export interface SandboxOptions {
	edumalls?: EdumallsOptions;
	elryan?: ElryanOptions;
}

export interface Sandbox {
	readonly edumalls: EdumallsSandbox;
	readonly elryan: ElryanSandbox;
	close(): Promise<void>;
}

/** Starts the marketplaces on this machine, each on a port of its own. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const edumalls = await startEdumalls(options.edumalls);
	try {
		const elryan = await startElryan(options.elryan);
		return {
			edumalls,
			elryan,
			close: async () => void (await Promise.all([edumalls.close(), elryan.close()])),
		};
	} catch (error) {
		await edumalls.close();
		throw error;
	}
}
