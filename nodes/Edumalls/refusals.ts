import { at, bodyOf, isRecord, saysNo, type Answer } from '../shared/call';
import type { Said } from '../shared/operation';
import { fillPlaceholders } from '../shared/placeholders';

/** The module's words, and Magento's. A tracking token or the like is something else. */
const SPEAKS_OF_TOKEN =
	/\b(bearer|user|access) token\b|\btoken\b.*\b(revoked|expired|invalid)\b|\b(revoked|expired|invalid)\b.*\btoken\b/i;

/** What to do about the refusals that the vendor documents. */
const ADVICE: Array<[RegExp, Pick<Said, 'kind' | 'advice'>]> = [
	[SPEAKS_OF_TOKEN, { kind: 'token', advice: 'Test the credential; a new token was refused too' }],
	[
		/^order not found/i,
		{ kind: 'notFound', advice: 'Check the number; a seller sees only their own orders' },
	],
	[
		/^product not found/i,
		{ kind: 'notFound', advice: 'Check the SKU or ID; a seller sees only their own products' },
	],
	[
		/^this action is not allowed/i,
		{
			kind: 'conflict',
			advice:
				"The order's state does not allow it. 'Order: Get' shows its state, invoice and shipment",
		},
	],
];

/** The words of the module (`success: false`), of Magento, and of Magento when it fails to render. */
export function readFailure(answer: Answer): Said | undefined {
	const { success, message, parameters } = bodyOf(answer);
	if (answer.status < 400 && !saysNo(success)) return undefined;
	const lastDitch = at(answer.body, 'messages.error');
	const text = typeof message === 'string' ? message : firstMessage(lastDitch);
	if (text === undefined) return answer.status < 400 ? { words: 'No reason was given' } : undefined;
	const words = fillPlaceholders(text, parameters);
	const [, known] = ADVICE.find(([pattern]) => pattern.test(words)) ?? [];
	return { words, ...known };
}

function firstMessage(errors: unknown): string | undefined {
	const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
	return isRecord(first) && typeof first.message === 'string' ? first.message : undefined;
}
