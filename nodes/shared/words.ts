import type { Answer } from './call';
import type { Connection } from './connection';
import { Failure, type FailureFacts } from './failure';
import type { Effect, Operation, Said } from './operation';
import { adviceOn, tellProblems, type Labelled } from './problems';
import { isTimeout, retryAfterMs, type Decision, type Miss } from './retry';

/** What the words need to know of the call. */
interface Told {
	operation: Pick<Operation, 'name' | 'verify'> & Labelled;
	effect: Effect;
}

const excerpt = (text: string): string => {
	const plain = text
		.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
};

function networkTitle(name: string, code = ''): Pick<FailureFacts, 'title' | 'advice'> {
	if (isTimeout(code)) {
		return {
			title: `${name} did not answer in time`,
			advice: "Try again later; where the node has a 'Timeout' in its options, raise it",
		};
	}
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
		return {
			title: `The host of ${name} was not found`,
			advice: 'Check the address in the credential and the DNS of this n8n',
		};
	}
	if (/CERT|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH/.test(code)) {
		return {
			title: `The certificate of ${name} is not trusted`,
			advice:
				"Check the address; for a test server with its own certificate turn on 'Ignore SSL Issues' in the credential",
		};
	}
	const lost = code === 'ECONNRESET' || code === 'EPIPE';
	return {
		title: lost ? `The connection to ${name} broke off` : `${name} cannot be reached`,
		advice: 'Check the address in the credential, and that this n8n may connect to it',
	};
}

function statusTitle(
	name: string,
	operation: string,
	status: number,
	{ kind, effect }: { kind: Said['kind']; effect: Effect },
): Pick<FailureFacts, 'title' | 'advice'> {
	if (status === 429) {
		// What acts goes one at a time, and has no such option.
		const slower = effect === 'act' ? '' : ", or lower 'Max Concurrent Requests' in the options";
		return { title: `${name} still asks to slow down`, advice: `Try again later${slower}` };
	}
	if (status === 401 || status === 403 || kind === 'token') {
		return {
			title: `${name} refused access`,
			advice: 'Test the credential; the account may lack the permission for this operation',
		};
	}
	if (kind === 'notFound') return { title: `${name} did not find what '${operation}' is about` };
	if (status >= 500) {
		return { title: `${name} could not carry out '${operation}'`, advice: 'Try again later' };
	}
	return { title: `${name} refused '${operation}'` };
}

function unreadableTitle(name: string, text: string): Pick<FailureFacts, 'title' | 'advice'> {
	if (text === '') return { title: `${name} sent an empty answer`, advice: 'Try again later' };
	const page = /^\s*</.test(text);
	return {
		title: page ? `${name} answered with a web page` : `The answer of ${name} cannot be read`,
		advice: page
			? 'A firewall, a login page or maintenance may stand in between; check the address in the credential'
			: 'It broke off or is not JSON; try again later',
	};
}

/** Beyond it a date cannot be told, and no service means it. */
const LATEST = Date.UTC(9999, 11, 31);

const clock = (ms: number) =>
	new Date(Math.min(ms, LATEST)).toISOString().replace('T', ' ').slice(0, 19);

/** How a call ended. */
interface Ending {
	miss: Miss;
	answer?: Answer;
	said?: Said;
	/** An earlier attempt may have been carried out. */
	repeated?: boolean;
}

const EARLIER = 'An earlier try, whose answer got lost, may have been carried out';

/** The failure of a call that will not be sent again. */
export function failureOf(
	{ marketplace: { name } }: Connection,
	{ miss, answer, said, repeated }: Ending,
	decision: Extract<Decision, { again: false }>,
	{ operation, effect }: Told,
	attempts: number,
): Failure {
	if (miss.neverSent) return new Failure({ ...miss.neverSent, attempts });
	const status = miss.status;
	const unreadable = answer?.unreadable;
	const known =
		unreadable !== undefined && (status ?? 0) < 400
			? unreadableTitle(name, unreadable)
			: status === undefined
				? networkTitle(name, miss.code)
				: statusTitle(name, operation.name, status, { kind: said?.kind, effect });
	const { problems } = said ?? {};
	const mayHaveBeen = repeated && effect === 'set' && decision.because !== 'unknown';
	const told = problems?.length ? tellProblems(operation, problems) : said?.words;
	const words = told ?? (unreadable ? excerpt(unreadable) : undefined);
	const facts: FailureFacts = {
		...known,
		advice: [said?.advice ?? adviceOn(problems) ?? known.advice, ...(mayHaveBeen ? [EARLIER] : [])]
			.filter(Boolean)
			.join('. '),
		words: words || (status !== undefined && status >= 400 ? `Status ${status}` : undefined),
		outcome: decision.because === 'unknown' || mayHaveBeen ? 'unknown' : 'refused',
		kind: said?.kind,
		problems,
		status,
		code: miss.code,
		attempts,
	};
	if (decision.because === 'askedToWaitTooLong') {
		const until = clock(Date.now() + (decision.waitMs ?? retryAfterMs(miss.retryAfter) ?? 0));
		return new Failure({ ...facts, title: `${name} asks to wait until ${until} UTC` });
	}
	return new Failure(decision.because === 'unknown' ? unknown(facts, operation, effect) : facts);
}

function unknown(facts: FailureFacts, operation: Told['operation'], effect: Effect): FailureFacts {
	if (effect !== 'act') {
		return {
			...facts,
			advice: [facts.advice, 'It may be run again without harm'].filter(Boolean).join('. '),
		};
	}
	const check = operation.verify ?? 'Check in the marketplace before you run it again';
	return {
		...facts,
		title: `It is not known whether '${operation.name}' happened`,
		words: [facts.title, facts.words].filter(Boolean).join(': '),
		advice: `It was not repeated, since that could do it twice. ${check}`,
	};
}

const LOGIN_PAGE = /log-?in|sign-?in/i;

/** A redirect: never followed, since n8n would turn a POST into a GET that looks like success. */
export function redirected(
	{ marketplace, baseUrl }: Connection,
	{ status, headers }: Answer,
	{ operation }: Told,
): Failure {
	const to = headers.location ?? '';
	const target = to !== '' && URL.canParse(to, baseUrl) ? new URL(to, baseUrl).origin : to;
	return new Failure({
		title: `${marketplace.name} redirects '${operation.name}' elsewhere`,
		words: `Status ${status} to ${target || 'nowhere'}`,
		advice: LOGIN_PAGE.test(to)
			? 'It leads to a login page: check what the credential says about authentication'
			: 'Redirects are not followed; set the final address in the credential',
		outcome: 'refused',
		status,
	});
}

/** The execution was stopped by the user. */
export function stopped({ operation, effect }: Told, underWay: boolean): Failure {
	const unsure = underWay && effect !== 'read';
	return new Failure({
		title: `'${operation.name}' was stopped`,
		advice: unsure
			? (operation.verify ?? 'The last call may have reached the marketplace')
			: undefined,
		outcome: unsure ? 'unknown' : 'notSent',
		...(underWay ? {} : { notBegun: true }),
	});
}
