import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { checkAccess, keysOf, PROBE } from '../nodes/PrintXpand/access';
import { ignoreSslIssues } from '../nodes/shared/credentialFields';
import { sign } from '../nodes/shared/oauth1';

const ifStatus = (value: number, message: string) => ({
	type: 'responseCode' as const,
	properties: { value, message },
});

/** A 404 is left out: by then the API itself has given it, as an answer to a create of nothing. */
const FAILURES = Array.from({ length: 200 }, (_, index) => index + 400).filter(
	(status) => status !== 404,
);

export class PrintXpandApi implements ICredentialType {
	name = 'printXpandApi';

	displayName = 'PrintXpand API';

	icon = {
		light: 'file:../nodes/PrintXpand/printXpand.svg',
		dark: 'file:../nodes/PrintXpand/printXpand.dark.svg',
	} as const;

	documentationUrl = 'https://docs.printxpand.com/';

	properties: INodeProperties[] = [
		{
			// When the keys were last found right. n8n empties it for a test and on a 401, and then asks again.
			displayName: 'Keys Checked At',
			name: 'keysCheckedAt',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://shop.example.com',
			description:
				'The address of your Magento shop, as the shop knows itself, without /rest. It is part of every signature: http instead of https, or another host name, makes all signatures wrong.',
		},
		{
			displayName: 'Consumer Key',
			name: 'consumerKey',
			type: 'string',
			default: '',
			required: true,
			description: 'From the Magento admin: System, Extensions, Integrations, after "Activate"',
		},
		{
			displayName: 'Consumer Secret',
			name: 'consumerSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Access Token Secret',
			name: 'accessTokenSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Signature Method',
			name: 'signatureMethod',
			type: 'options',
			options: [
				{
					name: 'HMAC-SHA256',
					value: 'HMAC-SHA256',
					description: 'Every Magento 2 takes it',
				},
				{
					name: 'HMAC-SHA1',
					value: 'HMAC-SHA1',
					description: 'Only up to Magento 2.4.3, where a proxy or an extension asks for it',
				},
			],
			default: 'HMAC-SHA256',
		},
		ignoreSslIssues,
	];

	/** Runs before the first call, in a test, and on a 401: says in plain words why the keys are refused. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		await checkAccess(this, credentials);
		return { keysCheckedAt: new Date().toISOString() };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return sign(keysOf(credentials), options);
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.baseUrl.trim().replace(/\\/+$/, "").replace(/\\/rest(\\/V1)?$/i, "") }}',
			url: PROBE.path,
			method: 'POST',
			body: PROBE.body,
			json: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: FAILURES },
			skipSslCertificateValidation: '={{ $credentials.allowUnauthorizedCerts }}',
		},
		// What speaks against the keys or the address, `preAuthentication` has said before.
		rules: [
			ifStatus(
				401,
				'The keys are right, but the integration may not use the PrintXpand API. Give it the permission under API of the integration in the Magento admin, and save it again.',
			),
			ifStatus(
				403,
				'The shop, or a firewall in front of it, does not let this n8n in. Ask who runs the shop to allow its API.',
			),
			ifStatus(429, 'The shop asks to slow down. Try again in a minute.'),
			...FAILURES.filter((status) => status >= 500).map((status) =>
				ifStatus(
					status,
					`The shop failed to answer (status ${status}), so the keys could not be checked. It may be under maintenance: try again later.`,
				),
			),
		],
	};
}
