import type { ICredentialDataDecryptedObject, IExecuteFunctions, INode } from 'n8n-workflow';
import { refusal } from './failure';
import type { Marketplace } from './operation';
import { renewalsOf, type Renewals } from './renewals';
import { throttleOf, type Throttle } from './throttle';

/** The parts of n8n's contexts that a call needs: an execution, a list search and a poll all have them. */
export type CallContext = Pick<IExecuteFunctions, 'getCredentials' | 'getNode' | 'getTimezone'> & {
	helpers: Pick<
		IExecuteFunctions['helpers'],
		'httpRequestWithAuthentication' | 'httpRequest' | 'prepareBinaryData'
	>;
};

/** One account of one marketplace, as one run of a node sees it. */
export interface Connection {
	context: CallContext;
	node: INode;
	marketplace: Marketplace;
	/** Scheme, host and path before that of a call; no slash at its end. */
	baseUrl: string;
	host: string;
	allowUnauthorizedCerts: boolean;
	timezone: string;
	throttle: Throttle;
	renewals: Renewals;
	cancelled(): boolean;
	/** Tells the user something beside the results; the same text once. */
	hint(message: string, level?: HintLevel): void;
	hints: ReadonlyMap<string, HintLevel>;
}

/** How much a hint should stand out. */
export type HintLevel = 'info' | 'warning';

function readBaseUrl(marketplace: Marketplace, credentials: ICredentialDataDecryptedObject): URL {
	const text = marketplace.baseUrl(credentials).trim();
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw refusal(
			`The address in the ${marketplace.name} credential is not a URL`,
			`It is '${text}'; it should look like https://host.example`,
		);
	}
	if (url.search || url.hash || url.username || url.password) {
		throw refusal(
			`The address in the ${marketplace.name} credential holds more than an address`,
			'Leave out what begins with ? or #, and a user name or password before the host',
		);
	}
	return url;
}

/** Reads the credential once and binds what all calls of this run share. */
export async function connect(
	context: CallContext & Partial<Pick<IExecuteFunctions, 'getExecutionCancelSignal'>>,
	marketplace: Marketplace,
): Promise<Connection> {
	const credentials = await context.getCredentials(marketplace.credential);
	const url = readBaseUrl(marketplace, credentials);
	const node = context.getNode();
	const credential = node.credentials?.[marketplace.credential]?.id ?? '';
	const account = `${marketplace.credential} ${credential} ${url.host}`;
	const signal = context.getExecutionCancelSignal?.();
	const warning = marketplace.warns?.(credentials);
	const hints = new Map<string, HintLevel>(warning ? [[warning, 'warning']] : []);
	return {
		context,
		node,
		marketplace,
		baseUrl: url.href.replace(/\/+$/, ''),
		host: url.hostname,
		allowUnauthorizedCerts: credentials.allowUnauthorizedCerts === true,
		timezone: context.getTimezone(),
		throttle: throttleOf(account),
		renewals: renewalsOf(account),
		cancelled: () => signal?.aborted ?? false,
		hint: (message, level = 'warning') => hints.set(message, level),
		hints,
	};
}
