import {
	sleep,
	type IDataObject,
	type IExecuteFunctions,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { parseJson } from '../json';
import { note, reserve, type Reservation } from './deliveries';

/** n8n fills `rawBody` on demand; its types know neither. */
interface RawRequest {
	rawBody?: Buffer;
	readRawBody?(): Promise<void>;
}

/**
 * The body's bytes as they came over the wire. Nothing where they cannot be had: n8n has read a form with files
 * itself, the body is too large, or it ended too early. Throwing would record a failed execution.
 */
export async function rawBodyOf(context: IWebhookFunctions): Promise<Buffer | undefined> {
	const request = context.getRequestObject() as unknown as RawRequest;
	try {
		if (!request.rawBody) await request.readRawBody?.();
	} catch {
		return undefined;
	}
	return request.rawBody ?? Buffer.alloc(0);
}

/** No order nests so deep, and what does breaks n8n when it saves the execution. */
const MOST_LEVELS = 100;

function isTooDeep(value: unknown, levels = MOST_LEVELS): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1));
}

/** The body as JSON; `undefined` where it is none, or none that can be worked on. */
export function jsonOf(body: Buffer): unknown {
	try {
		const json = parseJson(body.toString('utf8'));
		return isTooDeep(json) ? undefined : json;
	} catch {
		return undefined;
	}
}

/** Answers with a status and a short reason, and starts nothing. Throwing would record a failed execution. */
export function refuse(
	context: IWebhookFunctions,
	status: number,
	reason: string,
): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message: reason });
	return { noWebhookResponse: true };
}

/** Answers a call whose bytes cannot be had. */
export const refuseUnread = (context: IWebhookFunctions): IWebhookResponseData =>
	refuse(context, 400, 'The body cannot be read; send it whole, as JSON');

/** Answers 200 and starts nothing: the delivery is right, and there is nothing to do. */
export const acknowledge = (message: string): IWebhookResponseData => ({
	webhookResponse: { message },
});

/** How long n8n may take to answer a sender who has hung up. */
const GIVE_UP_MS = 120_000;

/**
 * Makes the reservation permanent where n8n answers 200, and gives it back otherwise: n8n creates the execution
 * after the node returned, and if that fails, the sender's next try must count. Where the sender has hung up
 * meanwhile, n8n goes on all the same and no `finish` comes; `prefinish` does in either case.
 */
function settleWithResponse(context: IWebhookFunctions, reservation: Reservation): void {
	const response = context.getResponseObject();
	response.once('prefinish', () => {
		if (response.statusCode === 200) reservation.keep();
		else reservation.release();
	});
	const giveUp = () => {
		if (!response.writableEnded) void sleep(GIVE_UP_MS).then(() => reservation.release());
	};
	if (response.destroyed) giveUp();
	else response.once('close', giveUp);
}

const receiverOf = (context: IWebhookFunctions | IExecuteFunctions): string =>
	`${context.getWorkflow().id ?? ''} ${context.getNode().id}`;

const storedIn = ({ deliveries }: IDataObject): string =>
	typeof deliveries === 'string' ? deliveries : '';

/** Whether this delivery is the first of its kind. If it is, the place is held until the response is out. */
export async function takeOnce(context: IWebhookFunctions, id: string): Promise<boolean> {
	const stored = storedIn(context.getWorkflowStaticData('node'));
	const reservation = await reserve(receiverOf(context), id, stored);
	if (!reservation) return false;
	settleWithResponse(context, reservation);
	return true;
}

/**
 * The execution's part of `takeOnce`: what outlives n8n is noted here, for n8n 2.41 does not save the static data of
 * a webhook once an execution has begun with it (both share one object, and the second `Workflow` made of it
 * forgets that it changed; see `executeWebhook` in its `webhook-helpers.js`).
 */
export function rememberTaken(context: IExecuteFunctions, id: string): void {
	const data = context.getWorkflowStaticData('node');
	data.deliveries = note(receiverOf(context), id, storedIn(data));
}
