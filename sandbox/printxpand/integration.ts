import type { Answer } from '../shared/answer';
import type { Clock } from '../shared/clock';
import { createKeys, KEY_LENGTH, type Account } from './account';
import { missingFields, refusal, WORDS } from './magento';
import { createNonces } from './nonces';
import { readHeader, readQuery } from './oauthHeader';
import type { Settings } from './settings';
import { sign, type SignatureMethod } from './signature';

export interface IncomingCall {
	method: string;
	/** Path and query as they were sent. */
	url: string;
	host: string;
	authorization: string;
}

/** The integration that the shop's owner made for the sender: its keys, and what it may do. */
export interface Integration {
	readonly account: Account;
	/** The refusal of a call that is not signed well or not allowed, or null when it may go on. */
	check(call: IncomingCall, resource: string): Answer | null;
	revoked(): Answer;
	revokeToken(): void;
	reset(): void;
}

type Protocol = ReadonlyMap<string, string>;

/** In the order in which Magento looks for them. */
const REQUIRED = [
	'oauth_consumer_key',
	'oauth_signature',
	'oauth_signature_method',
	'oauth_nonce',
	'oauth_timestamp',
	'oauth_token',
];

export function createIntegration(clock: Clock, settings: Settings): Integration {
	const keys = createKeys();
	const nonces = createNonces(clock);
	const { account } = keys;

	/** In Magento's order: a nonce is used up before token and signature are looked at. */
	const refusalOf = (call: IncomingCall, oauth: Protocol): Answer | null =>
		wrongForm(oauth, settings) ??
		wrongConsumer(oauth.get('oauth_consumer_key') ?? '') ??
		nonces.take(oauth.get('oauth_nonce') ?? '', oauth.get('oauth_timestamp') ?? '') ??
		wrongToken(oauth.get('oauth_token') ?? '') ??
		wrongSignature(call, oauth);

	function wrongConsumer(key: string): Answer | null {
		if (key.length !== KEY_LENGTH) return refusal(401, WORDS.consumerLength);
		return key === account.consumerKey ? null : refusal(401, WORDS.noConsumer);
	}

	function wrongToken(token: string): Answer | null {
		if (token === account.accessToken) return null;
		return refusal(401, keys.wasRevoked(token) ? WORDS.revoked : WORDS.noToken);
	}

	function wrongSignature(call: IncomingCall, oauth: Protocol): Answer | null {
		const method = oauth.get('oauth_signature_method') ?? '';
		const right =
			isTaken(settings, method) &&
			sign(
				{
					method: call.method,
					url: urlOf(call, settings),
					parameters: signedParameters(call, oauth),
				},
				method,
				account.consumerSecret,
				account.accessTokenSecret,
			);
		return right === oauth.get('oauth_signature') ? null : refusal(401, WORDS.signature);
	}

	/** Switched off by default since 2.4.4. */
	const isBearer = (authorization: string): boolean =>
		settings.magento === '2.4.3' && authorization === `Bearer ${account.accessToken}`;

	return {
		account,
		check(call, resource) {
			const oauth = readHeader(call.authorization);
			const refused = oauth && refusalOf(call, oauth);
			if (refused) return refused;
			const isKnown = oauth !== null || isBearer(call.authorization);
			if (isKnown && !settings.withheldResources.includes(resource)) return null;
			return refusal(401, WORDS.resource, { resources: resource });
		},
		revoked: () => refusal(401, WORDS.revoked),
		revokeToken: keys.revokeToken,
		reset() {
			keys.reset();
			nonces.reset();
		},
	};
}

function wrongForm(oauth: Protocol, settings: Settings): Answer | null {
	const version = oauth.get('oauth_version');
	if (version !== undefined && version !== '1.0') return refusal(400, WORDS.version, [version]);
	const missing = REQUIRED.filter((name) => !oauth.has(name));
	if (missing.length > 0) return missingFields(missing);
	if (oauth.get('oauth_token')?.length !== KEY_LENGTH) return refusal(400, WORDS.tokenLength);
	const method = oauth.get('oauth_signature_method') ?? '';
	return isTaken(settings, method) ? null : refusal(400, WORDS.method, [method]);
}

const isTaken = ({ magento }: Settings, method: string): method is SignatureMethod =>
	method === 'HMAC-SHA256' || (method === 'HMAC-SHA1' && magento === '2.4.3');

/** The URL as it was sent, without a port that goes without saying. */
function urlOf({ host, url }: IncomingCall, { scheme }: Settings): string {
	const [path = ''] = url.split('?');
	const port = scheme === 'http' ? /:80$/ : /:443$/;
	return `${scheme}://${host.toLowerCase().replace(port, '')}${path}`;
}

function signedParameters({ url }: IncomingCall, oauth: Protocol): Map<string, string> {
	const [, query = ''] = url.split('?');
	const parameters = new Map([...oauth, ...readQuery(query)]);
	parameters.delete('oauth_signature');
	return parameters;
}
