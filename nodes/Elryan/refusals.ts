import { at, bodyOf, type Answer } from '../shared/call';
import { toNumber } from '../shared/numbers';
import type { Said } from '../shared/operation';
import { quote } from '../shared/quote';

const KINDS: Array<[RegExp, Pick<Said, 'kind' | 'advice'>]> = [
	[/\btoken\b|unauthori[sz]ed/i, { kind: 'token', advice: 'Test the credential' }],
	[/not found|does not exist/i, { kind: 'notFound' }],
	[/too large|too many items|more than \d+ (elements|items)/i, { kind: 'tooLarge' }],
];

/** Zero is success; it is typed as a number, and once as a text. */
const isSuccess = (code: unknown): boolean =>
	code === undefined || code === null || code === '' || code === false || toNumber(code) === 0;

/** Reads `error_code`, which may say that an answer with status 200 is a failure. */
export function readFailure(answer: Answer): Said | undefined {
	const { error_code: code, message } = bodyOf(answer);
	if (answer.status < 400 && isSuccess(code)) return undefined;
	const nested = at(answer.body, 'data.message') ?? at(answer.body, 'error.message');
	const text = [message, nested].find((one) => typeof one === 'string' && one !== '');
	if (text === undefined && answer.status >= 400) return undefined;
	const words = String(
		text ?? `Error code ${typeof code === 'object' ? quote(code) : String(code)}`,
	);
	const [, known] = KINDS.find(([pattern]) => pattern.test(words)) ?? [];
	return { words, ...known };
}
