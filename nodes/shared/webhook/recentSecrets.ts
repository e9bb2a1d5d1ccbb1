import type { IWebhookFunctions } from 'n8n-workflow';

/** How long secrets that were read count as the present ones. */
const KEEP_MS = 10_000;

interface Reading {
	at: number;
	secrets: Promise<string[]>;
}

const readings = new Map<string, Reading>();

type Receiver = Pick<IWebhookFunctions, 'getMode' | 'getNode' | 'getWorkflow'>;

const keyOf = (context: Receiver, credential: string): string => {
	const { id, credentials } = context.getNode();
	return [context.getWorkflow().id, id, credential, credentials?.[credential]?.id].join(' ');
};

function recent(key: string, now: number): Reading | undefined {
	for (const [other, { at }] of readings) if (now - at >= KEEP_MS) readings.delete(other);
	return readings.get(key);
}

/** What a check needs. */
export interface SecretCheck<Verdict> {
	/** The name of the credential type that holds the secrets. */
	credential: string;
	/** Reads them. Must not throw: none is an answer too. */
	read(): Promise<string[]>;
	check(secrets: string[]): Verdict;
	isGood(verdict: Verdict): boolean;
}

/**
 * Checks a call by the secrets as they were read at most 10 seconds ago, and before it is refused, by those of
 * now: a new secret counts at once, the one that it replaces no longer than that. Calls that come together
 * share one reading.
 *
 * Reading a credential in a webhook costs n8n 2.41 about as much as an execution: it makes a sandbox for the
 * expressions that might be in it, each time (`applyDefaultsAndOverwrites` in its credentials-helper).
 */
export async function checkSecrets<Verdict>(
	context: Receiver,
	{ credential, read, check, isGood }: SecretCheck<Verdict>,
): Promise<Verdict> {
	const now = Date.now();
	const key = keyOf(context, credential);
	// While someone builds a workflow, what counts is what the credential holds now.
	const known = context.getMode() === 'manual' ? undefined : recent(key, now);
	const verdict = known && check(await known.secrets);
	if (verdict !== undefined && isGood(verdict)) return verdict;
	const secrets = read();
	readings.set(key, { at: now, secrets });
	return check(await secrets);
}
