import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { baseUrl } from '../nodes/Edumalls/environment';
import { logInToEdumalls } from '../nodes/Edumalls/login';
import { withBearer } from '../nodes/shared/bearer';
import { ignoreSslIssues } from '../nodes/shared/credentialFields';

const host =
	'={{ ({ production: "https://edumalls.com", staging: "https://preprod.edumalls.com" }[$credentials.environment] ?? $credentials.baseUrl).trim().replace(/\\/+$/, "") }}';

export class EdumallsApi implements ICredentialType {
	name = 'edumallsApi';

	displayName = 'Edumalls API';

	icon = {
		light: 'file:../nodes/Edumalls/edumalls.svg',
		dark: 'file:../nodes/Edumalls/edumalls.dark.svg',
	} as const;

	documentationUrl = 'https://edumalls.com/';

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
				{ name: 'Production', value: 'production', description: 'The shop at edumalls.com' },
				{
					name: 'Staging',
					value: 'staging',
					description: 'The test shop at preprod.edumalls.com',
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
			placeholder: 'e.g. https://shop.example.com',
			description: 'The address of the shop, without a path',
			displayOptions: { show: { environment: ['custom'] } },
		},
		{
			displayName: 'Email',
			name: 'username',
			type: 'string',
			placeholder: 'name@email.com',
			default: '',
			required: true,
			description: 'The email address of your Edumalls seller account',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The password of your Edumalls seller account. It is used to fetch a token; a wrong one is not tried twice, since accounts lock after 6 failures.',
		},
		{ ...ignoreSslIssues, displayOptions: { show: { environment: ['custom'] } } },
	];

	/** Fetches a token where there is none, or where the present one was refused. */
	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		const { username, password, sessionToken } = credentials;
		const login = {
			baseUrl: baseUrl(credentials),
			username: String(username ?? ''),
			password: String(password ?? ''),
			heldToken: String(sessionToken ?? ''),
			allowUnauthorizedCerts: credentials.allowUnauthorizedCerts === true,
		};
		return { sessionToken: await logInToEdumalls(this, login) };
	}

	async authenticate(
		{ sessionToken }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return withBearer(options, sessionToken);
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: host,
			url: '/rest/V1/integration/seller/customer',
			method: 'POST',
			body: { action: 'view_customer_groups', data: {} },
			json: true,
			disableFollowRedirect: true,
			skipSslCertificateValidation: '={{ $credentials.allowUnauthorizedCerts }}',
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'success',
					value: false,
					message: 'The login worked, but Edumalls refused to list the customer groups',
				},
			},
		],
	};
}
