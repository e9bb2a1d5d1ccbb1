import { bodyOf, isRecord, saysNo, type Answer } from '../shared/call';
import type { Said } from '../shared/operation';

interface Known {
	code: string;
	/** Left out, any. */
	words?: RegExp;
	kind?: Said['kind'];
	advice: string;
}

/** By the documented codes, the first that fits. Facts: "Error Responses", shown once for all calls. */
const KNOWN: Known[] = [
	{
		code: 'NOT_FOUND',
		words: /trigger/i,
		kind: 'notFound',
		advice: "Choose 'Trigger' again: its list shows the triggers of the chosen entity type",
	},
	{
		code: 'NOT_FOUND',
		words: /provider/i,
		kind: 'notFound',
		advice:
			"Check 'Provider ID' and 'Provider Type'. Dispatch has no list of providers: ask CargoPilot for the ID",
	},
	{
		code: 'NOT_FOUND',
		kind: 'notFound',
		advice:
			"Check the ID: that of an integration is the 'guid' that 'Integration: Configure' returned, that of a workflow the one in 'Workflow: Get Many'. It may also have been removed, or belong to another account",
	},
	{
		code: 'CONFIGURATION_ERROR',
		words: /credential/i,
		advice:
			"Check API Key, API Secret and Store URL in the credential 'Dispatch Provider (CargoPilot) API' against those of the store",
	},
	{
		code: 'CONFIGURATION_ERROR',
		words: /\baction\b/i,
		advice:
			"Fields of the action that this node does not have can be added by name, under 'Action Fields'",
	},
	{
		code: 'CONFLICT',
		words: /integration/i,
		kind: 'conflict',
		advice:
			"If what is there is right, turn on 'Continue If Already Configured' in the options. To configure it anew, remove it first with 'Integration: Delete'",
	},
	{ code: 'CONFLICT', kind: 'conflict', advice: 'It is there already: look for it in Dispatch' },
];

/** What a status says by itself, where the code says nothing that is known. */
const KINDS: Record<number, Said['kind']> = { 404: 'notFound' };

/** The codes of these are not documented. */
const BY_STATUS: Record<number, string> = {
	401: 'Make a new token in the Dispatch portal, under Settings, API Access, and put it into the credential',
	403: 'Test the credential. The plan of the Dispatch account must include API access',
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Reads `error`, which comes with a status that fits. */
export function readFailure(answer: Answer): Said | undefined {
	const { status } = answer;
	const { success, error, message } = bodyOf(answer);
	if (status < 400 && !saysNo(success)) return undefined;
	const { code, message: inner } = isRecord(error) ? error : {};
	const words = [inner, error, message, code].find(isText);
	if (words === undefined && status < 400) return { words: 'success: false' };
	const known = KNOWN.find((one) => one.code === code && (one.words?.test(words ?? '') ?? true));
	const kind = known?.kind ?? KINDS[status];
	if (words === undefined && kind === undefined) return undefined;
	return { words: words ?? '', kind, advice: known?.advice ?? BY_STATUS[status] };
}
