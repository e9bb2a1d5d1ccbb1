import { startDispatch } from './dispatch';
import { startEdumalls } from './edumalls';
import { startElryan } from './elryan';
import { startMail } from './mail';
import { startPrintXpand } from './printxpand';
import { startVanillaEshop } from './vanillaeshop';

export type { EdumallsOptions, EdumallsSandbox, Delivery, Settings, Store } from './edumalls';
export type { Mail, Order, OrderComment, Product, Customer, Tracking } from './edumalls/types';
export type { OrderDraft } from './edumalls/store';
export type { ElryanOptions, ElryanSandbox } from './elryan';
export type { LineDraft } from './elryan/orders';
export type { OrderLine, Package, Transaction, Variant } from './elryan/types';
export type { Fault, FaultKind } from './shared/faults';
export type { LoggedRequest } from './shared/requestLog';

const STARTERS = {
	edumalls: startEdumalls,
	elryan: startElryan,
	vanillaEshop: startVanillaEshop,
	dispatch: startDispatch,
	printXpand: startPrintXpand,
	/** No marketplace: where the mails of workflows end. */
	mail: startMail,
};

type Starters = typeof STARTERS;
export type ServiceName = keyof Starters;

/** How each service is started; by the service's name. */
export type SandboxOptions = { [Name in ServiceName]?: Parameters<Starters[Name]>[0] };

type Services = { readonly [Name in ServiceName]: Awaited<ReturnType<Starters[Name]>> };

export interface Sandbox extends Services {
	close(): Promise<void>;
}

/** Starts the marketplaces, and a mail server, on this machine, each on a port of its own. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const running: Array<{ close(): Promise<void> }> = [];
	const close = async () => void (await Promise.all(running.map(async (one) => await one.close())));
	const started = async <Service extends { close(): Promise<void> }>(
		start: Promise<Service>,
	): Promise<Service> => {
		const service = await start;
		running.push(service);
		return service;
	};
	try {
		return {
			edumalls: await started(STARTERS.edumalls(options.edumalls)),
			elryan: await started(STARTERS.elryan(options.elryan)),
			vanillaEshop: await started(STARTERS.vanillaEshop(options.vanillaEshop)),
			dispatch: await started(STARTERS.dispatch(options.dispatch)),
			printXpand: await started(STARTERS.printXpand(options.printXpand)),
			mail: await started(STARTERS.mail(options.mail)),
			close,
		};
	} catch (error) {
		await close();
		throw error;
	}
}
