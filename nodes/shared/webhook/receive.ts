import { sleep, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { parseJson } from '../json';
import { reserve, remember, type Reservation, type Seen } from './deliveries';

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

/**
 * Whether this delivery is the first of its kind. If it is, the place is held until the response is out.
 * n8n saves static data only once the execution exists, so what is noted there now counts only then.
 */
export async function takeOnce(context: IWebhookFunctions, id: string): Promise<boolean> {
	const data = context.getWorkflowStaticData('node');
	const stored = { ...((data.deliveries as Seen | undefined) ?? {}) };
	const receiver = `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	const reservation = await reserve(receiver, id, stored);
	if (!reservation) return false;
	settleWithResponse(context, reservation);
	// Deliveries that are taken at the same time write over each other: each writes what this process knows.
	data.deliveries = remember({ ...stored, ...reservation.seen }, id);
	return true;
}
