import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { signed } from '../nodes/VanillaEshop/access';
import { ignoreSslIssues } from '../nodes/shared/credentialFields';

type Rule = NonNullable<ICredentialTestRequest['rules']>[number];

const ifStatus = (value: number, message: string): Rule => ({
	type: 'responseCode',
	properties: { value, message },
});

const NO_API =
	"VanillaEshop's API is not at this address: something else answered. Check the Base URL, which is the host without /v1/in.";

/** What servers say in JSON where there is no such address; VanillaEshop names the record that is missing. */
const MISSING_ROUTE = [
	// Laravel until 8, and since 9.
	'',
	'The route v1/in/order/0 could not be found.',
	// Magento, which has its API below /rest.
	'Request does not match any route.',
];

const ELSEWHERE =
	'This address leads elsewhere. If it leads to a login page, VanillaEshop asks for authentication: choose it above. Else enter the address that it leads to.';

/** An order that there is not, or is, shows that the API is there; every other status is a refusal. */
const REFUSALS = Array.from({ length: 500 }, (_, index) => index + 100).filter(
	(status) => status !== 404 && (status < 200 || status >= 300),
);

const rules: Rule[] = [
	ifStatus(
		401,
		'VanillaEshop refused this. It asks for authentication, or does not accept what is entered here: ask VanillaEshop what it expects.',
	),
	ifStatus(
		403,
		'VanillaEshop knows who asks, but does not allow this. Ask VanillaEshop whether the account may use the API.',
	),
	ifStatus(405, NO_API),
	ifStatus(429, 'VanillaEshop asks to slow down. Try again in a minute.'),
	...[301, 302, 303, 307, 308].map((status) => ifStatus(status, ELSEWHERE)),
	...MISSING_ROUTE.map((value): Rule => ({
		type: 'responseSuccessBody',
		properties: { key: 'message', value, message: NO_API },
	})),
	// What is no JSON arrives as a text: a page of another server, perhaps with a 404 of its own.
	{
		type: 'responseSuccessBody',
		properties: { key: 'constructor.name', value: 'String', message: NO_API },
	},
];

const shownFor = (...authentication: string[]) => ({ show: { authentication } });

export class VanillaEshopApi implements ICredentialType {
	name = 'vanillaEshopApi';

	displayName = 'VanillaEshop API';

	icon = {
		light: 'file:../nodes/VanillaEshop/vanillaEshop.svg',
		dark: 'file:../nodes/VanillaEshop/vanillaEshop.dark.svg',
	} as const;

	documentationUrl = 'http://api.vanillaeshop.com/';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'http://api.vanillaeshop.com',
			required: true,
			placeholder: 'e.g. http://api.vanillaeshop.com',
			description:
				"The address of the API, without /v1/in. VanillaEshop's reference shows it with http:// only; if it answers at https:// too, enter that.",
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Basic', value: 'basic', description: 'A user name and a password' },
				{
					name: 'Bearer Token',
					value: 'bearer',
					description: 'A token in the Authorization header',
				},
				{ name: 'Header', value: 'header', description: 'A secret in a header of any name' },
				{ name: 'None', value: 'none', description: 'Nothing is sent but the request itself' },
			],
			default: 'none',
			description:
				"VanillaEshop's reference names no authentication. Choose what VanillaEshop has told you.",
		},
		{
			displayName:
				'If the Base URL begins with http://, the secret travels unencrypted, and anyone on its way can read it. Ask VanillaEshop for an address that begins with https:// first.',
			name: 'plainHttpNotice',
			type: 'notice',
			default: '',
			displayOptions: shownFor('basic', 'bearer', 'header'),
		},
		{
			displayName: 'Header Name',
			name: 'headerName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. X-Api-Key',
			displayOptions: shownFor('header'),
		},
		{
			displayName: 'Header Secret',
			name: 'headerSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'What the header holds',
			displayOptions: shownFor('header'),
		},
		{
			displayName: 'Bearer Token',
			name: 'bearerToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The token alone, without the word Bearer',
			displayOptions: shownFor('bearer'),
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			displayOptions: shownFor('basic'),
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: shownFor('basic'),
		},
		ignoreSslIssues,
	];

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return signed(credentials, options);
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.baseUrl.trim().replace(/\\/+$/, "").replace(/\\/v1(\\/in)?$/i, "") }}',
			url: '/v1/in/order/0',
			headers: { Accept: 'application/json' },
			json: true,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: REFUSALS },
			skipSslCertificateValidation: '={{ $credentials.allowUnauthorizedCerts }}',
		},
		// n8n reads both kinds together, though its type asks for one.
		rules: rules as ICredentialTestRequest['rules'],
	};
}
