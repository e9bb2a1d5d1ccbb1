import { at, bodyOf, isRecord, type Answer } from '../shared/call';
import type { Said } from '../shared/operation';

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

/** Puts the values into Magento's `%1` and `%name` placeholders. */
export function interpolate(message: string, parameters: unknown): string {
	const valueOf = (name: string): unknown => {
		if (Array.isArray(parameters)) return parameters[Number(name) - 1];
		return isRecord(parameters) ? parameters[name] : undefined;
	};
	return message.replace(/%(\w+)/g, (placeholder, name: string) => {
		const value = valueOf(name);
		return value === undefined || value === null ? placeholder : String(value);
	});
}

/** The words of the module (`success: false`), of Magento, and of Magento when it fails to render. */
export function readFailure(answer: Answer): Said | undefined {
	const { success, message, parameters } = bodyOf(answer);
	if (answer.status < 400 && success !== false) return undefined;
	const lastDitch = at(answer.body, 'messages.error');
	const text = typeof message === 'string' ? message : firstMessage(lastDitch);
	if (text === undefined) return answer.status < 400 ? { words: 'No reason was given' } : undefined;
	const words = interpolate(text, parameters);
	const [, known] = ADVICE.find(([pattern]) => pattern.test(words)) ?? [];
	return { words, ...known };
}

function firstMessage(errors: unknown): string | undefined {
	const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
	return isRecord(first) && typeof first.message === 'string' ? first.message : undefined;
}
