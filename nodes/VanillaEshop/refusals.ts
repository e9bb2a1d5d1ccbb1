import { at, bodyOf, isRecord, saysNo, type Answer } from '../shared/call';
import { toNumber } from '../shared/numbers';
import type { Said } from '../shared/operation';
import type { Problem } from '../shared/problems';

/** Where an application may put Laravel's messages; Laravel 5.4 itself puts them at the top. */
const PLACES = ['errors', 'data.errors', 'error.errors', 'message', 'error', 'data'];

/** Where each value is a message, so that a plain text counts like a list of one. */
const OF_MESSAGES = /(^|\.)(errors|message)$/;

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');

const TAKEN = /already (been taken|exists?)|duplicate/i;

/** What to do about an ID that is taken, by the field that holds it. */
const IF_TAKEN: Array<[RegExp, string]> = [
	[
		/(^|\.)order_id$/,
		"An order with this ID is there already, perhaps from an earlier run: look at it with 'Order: Get', and change it with 'Order: Update'",
	],
	[
		/(^|\.)sku$/,
		"A product with this SKU is there already: change it with 'Product: Update', or name it by 'Product ID' in bulk",
	],
	[/./, 'It is there already, perhaps from an earlier run'],
];

/** A list's messages name the place in the request, which is not the place in the user's data. */
const withoutPlace = (message: string, path: string): string => {
	const name = path.replace(/^.*\.\d+\./, '');
	return [path, path.replace(/_/g, ' ')].reduce(
		(text, written) => text.replace(written, name.replace(/_/g, ' ')),
		message,
	);
};

function problemOf(path: string, messages: string[]): Problem {
	const words = messages.map((message) => withoutPlace(message, path)).join(' ');
	if (!TAKEN.test(words)) return { path, words };
	return { path, words, advice: IF_TAKEN.find(([pattern]) => pattern.test(path))?.[1] };
}

/** Laravel's messages by field; nothing where a value is anything else. */
function messagesIn(value: unknown, place = ''): Problem[] | undefined {
	if (!isRecord(value)) return undefined;
	const entries = Object.entries(value).map(([path, messages]): [string, unknown] =>
		typeof messages === 'string' && OF_MESSAGES.test(place) ? [path, [messages]] : [path, messages],
	);
	const problems = entries.flatMap(([path, messages]) =>
		isTexts(messages) ? [problemOf(path, messages)] : [],
	);
	return problems.length > 0 && problems.length === entries.length ? problems : undefined;
}

const ENVELOPE = new Set(['data', 'error', 'errors', 'message']);

function problemsIn({ body }: Answer): Problem[] | undefined {
	const isWrapped = isRecord(body) && Object.keys(body).some((key) => ENVELOPE.has(key));
	const found = PLACES.map((place) => messagesIn(at(body, place), place));
	return [...found, messagesIn(isWrapped ? undefined : body)].find(
		(problems) => problems !== undefined,
	);
}

function wordsIn({ body }: Answer): string {
	const candidates = PLACES.map((place) => at(body, place));
	const text = candidates.find((one): one is string => typeof one === 'string' && one !== '');
	return text ?? candidates.find(isTexts)?.join(' ') ?? '';
}

const KEYS =
	"Check the product's key: 'Update' and 'Change SKU' take the SKU, 'Delete' and prices the Magento entity ID";

function kindOf(status: number | undefined, words: string): Pick<Said, 'kind' | 'advice'> {
	if (status === 401) {
		return {
			advice: "Set 'Authentication' in the credential as VanillaEshop told you, and test it",
		};
	}
	if (status === 404) {
		return { kind: 'notFound', advice: /product/i.test(words) ? KEYS : 'Check the ID' };
	}
	if (status === 405) {
		return { advice: "Check the address in the credential: it may not lead to VanillaEshop's API" };
	}
	if (status === 413) return { kind: 'tooLarge' };
	if (status === 409 || TAKEN.test(words)) return { kind: 'conflict', advice: IF_TAKEN[2][1] };
	return {};
}

/**
 * Reads a failure. The reference documents none, so all of Laravel's forms are understood: fields under
 * `errors` (5.5 and later), fields at the top (5.4), and either in an envelope of the application's own.
 */
export function readFailure(answer: Answer): Said | undefined {
	const { success, status: inner } = bodyOf(answer);
	const code = toNumber(inner) ?? 0;
	const said = code >= 400 ? code : undefined;
	const isRefused = saysNo(success) || (success !== true && said !== undefined);
	if (answer.status < 400 && !isRefused) return undefined;
	const status = answer.status < 400 ? said : answer.status;
	// What fails within the server may have been carried out in part, whatever it names.
	const problems = (status ?? 0) >= 500 ? undefined : problemsIn(answer);
	const named = answer.status < 400 && status !== undefined ? { status } : {};
	if (problems) {
		return { ...named, words: problems.map(({ words }) => words).join(' '), problems };
	}
	const words = wordsIn(answer);
	return { ...named, words, ...kindOf(status, words) };
}
