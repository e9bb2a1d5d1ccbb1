import type { Answer } from '../shared/answer';
import { answer } from './magento';
import type { Outcome, Refused } from './result';
import type { Settings } from './settings';
import { success, type Manner } from './words';

const isRefused = (outcome: Outcome): outcome is Refused => 'code' in outcome;

/** Puts what became of the records into the vendor's envelope, with the quirks of its samples. */
export function replyTo(operationId: string, outcomes: Outcome[], settings: Settings): Answer {
	const failures = outcomes.filter(isRefused).length;
	const failed = failures > 0;
	const asText = operationId === 'product.delete' && settings.missingProduct === 'text400';
	// Text where all went well, numbers where one failed, its successful neighbours included.
	const manner = { single: outcomes.length === 1, failed, texts: !failed || asText };
	const entries = outcomes.map((outcome) => entryOf(operationId, outcome, manner));
	const kept = settings.answerWithoutIds ? entries.map(({ id: _id, ...entry }) => entry) : entries;
	if (settings.answerOrder === 'reversed') kept.reverse();
	return answer(statusOf(failures, outcomes.length, settings), [{ response: kept }]);
}

interface Entry {
	id?: string | number;
	code: string | number;
	status: 'success' | 'error';
	message: string;
}

function entryOf(operationId: string, outcome: Outcome, manner: Manner): Entry {
	const typed = (code: number): string | number => (manner.texts ? String(code) : code);
	if (isRefused(outcome)) {
		const { code, message, ...rest } = outcome;
		return { ...rest, code: typed(code), status: 'error', message };
	}
	const { id, deed } = outcome;
	const message = success(operationId, deed, manner);
	return { id, code: typed(200), status: 'success', message };
}

function statusOf(failures: number, count: number, settings: Settings): number {
	if (failures === 0) return 200;
	return failures === count ? settings.failureStatus : settings.partialStatus;
}
