import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { baseUrl } from '../nodes/Elryan/environment';
import { logInToElryan } from '../nodes/Elryan/login';
import { withBearer } from '../nodes/shared/bearer';
import { ignoreSslIssues } from '../nodes/shared/credentialFields';

const host =
	'={{ ({ production: "https://merchant.elryan.com/api", staging: "https://merchantstaging.elryan.com/api" }[$credentials.environment] ?? $credentials.baseUrl).trim().replace(/\\/+$/, "") }}';

type Rule = NonNullable<ICredentialTestRequest['rules']>[number];

const REFUSED_TOKEN =
	'Elryan does not accept this token. If it was pasted, copy it again, whole, from the merchant panel of the environment that is chosen here. If it came by email and password, ask Elryan whether the account may use the API.';

const REFUSED_LIST =
	'Elryan answered, but did not list your brands. Check that the token is whole and that the account may use the API.';

const NO_API =
	'There is no Elryan API at this address. Check the environment; a Base URL of your own ends with /api.';

const ifStatus = (value: number, message: string): Rule => ({
	type: 'responseCode',
	properties: { value, message },
});

const ifBody = (key: string, value: unknown, message: string): Rule => ({
	type: 'responseSuccessBody',
	properties: { key, value, message },
});

/** The reference documents no refusal: it may come as a status, or as a code in an answer with status 200. */
const rules: Rule[] = [
	ifStatus(401, REFUSED_TOKEN),
	ifStatus(403, REFUSED_TOKEN),
	ifStatus(404, NO_API),
	ifBody('error_code', 401, REFUSED_TOKEN),
	ifBody('error_code', 403, REFUSED_TOKEN),
	// Every success has a list, an empty one at least.
	ifBody('data', null, REFUSED_LIST),
	ifBody('data', undefined, REFUSED_LIST),
];

const byPassword = { show: { authentication: ['emailPassword'] } };

export class ElryanApi implements ICredentialType {
	name = 'elryanApi';

	displayName = 'Elryan API';

	icon = {
		light: 'file:../nodes/Elryan/elryan.svg',
		dark: 'file:../nodes/Elryan/elryan.dark.svg',
	} as const;

	documentationUrl = 'https://merchant.elryan.com/';

	properties: INodeProperties[] = [
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{
					name: 'Production',
					value: 'production',
					description: 'The marketplace at merchant.elryan.com',
				},
				{
					name: 'Staging',
					value: 'staging',
					description: 'The test marketplace, with accounts and IDs of its own',
				},
				{ name: 'Custom', value: 'custom', description: 'Another host' },
			],
			default: 'production',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://merchant.example.com/api',
			description: 'The address of the API, with /api at its end',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'API Token', value: 'apiToken', description: 'A token from the merchant panel' },
				{
					name: 'Email and Password',
					value: 'emailPassword',
					description: 'The token is fetched, and renewed when it is refused',
				},
			],
			default: 'apiToken',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['apiToken'] } },
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'name@email.com',
			default: '',
			required: true,
			displayOptions: byPassword,
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: byPassword,
		},
		{
			displayName: 'Login Path',
			name: 'loginPath',
			type: 'string',
			default: '/users/token',
			description:
				"Where the token is fetched. The vendor's reference lost this address; the default is a likely one.",
			displayOptions: byPassword,
		},
		{ ...ignoreSslIssues, displayOptions: { show: { environment: ['custom'] } } },
	];

	/** Fetches a token by email and password. A pasted token needs none, and is not stored twice. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const { authentication, email, password, loginPath, sessionToken } = credentials;
		if (authentication !== 'emailPassword') return {};
		const login = {
			baseUrl: baseUrl(credentials),
			loginPath: String(loginPath ?? ''),
			email: String(email ?? ''),
			password: String(password ?? ''),
			heldToken: String(sessionToken ?? ''),
			allowUnauthorizedCerts: credentials.allowUnauthorizedCerts === true,
		};
		return { sessionToken: await logInToElryan(this, login) };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authentication, apiToken, sessionToken } = credentials;
		const token = authentication === 'emailPassword' ? sessionToken : apiToken;
		return withBearer(options, token);
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: host,
			url: '/brands/search',
			method: 'POST',
			body: { start: 0, length: 1, search: {} },
			json: true,
			disableFollowRedirect: true,
			skipSslCertificateValidation: '={{ $credentials.allowUnauthorizedCerts }}',
		},
		// n8n reads both kinds together, though its type asks for one.
		rules: rules as ICredentialTestRequest['rules'],
	};
}
