import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { withBearer } from '../nodes/shared/bearer';
import { ignoreSslIssues } from '../nodes/shared/credentialFields';

type Rule = NonNullable<ICredentialTestRequest['rules']>[number];

/** The reference prints the host with `/api` at its end, which the path begins with too. */
const host = '={{ $credentials.baseUrl.trim().replace(/\\/+$/, "").replace(/\\/api$/i, "") }}';

const REFUSED_TOKEN =
	'Dispatch does not accept this token. Copy it again, whole, or make a new one in the Dispatch portal, under Settings, API Access.';

const NO_PLAN =
	'Dispatch refuses access. The plan of the account must include API access; if it does, copy the token again, whole.';

const NO_API =
	'There is no Dispatch API at this address. Base URL is the host only, such as https://api.example.com, without a path.';

const REFUSED_LIST =
	'Something answered at this address, but it does not look like Dispatch. Check Base URL.';

const ifStatus = (value: number, message: string): Rule => ({
	type: 'responseCode',
	properties: { value, message },
});

const ifBody = (key: string, value: unknown, message: string): Rule => ({
	type: 'responseSuccessBody',
	properties: { key, value, message },
});

const rules: Rule[] = [
	ifStatus(401, REFUSED_TOKEN),
	ifStatus(403, NO_PLAN),
	ifStatus(404, NO_API),
	ifBody('success', false, REFUSED_TOKEN),
	// Every success has a list, an empty one at least.
	ifBody('data', null, REFUSED_LIST),
	ifBody('data', undefined, REFUSED_LIST),
];

export class CargoPilotDispatchApi implements ICredentialType {
	name = 'cargoPilotDispatchApi';

	displayName = 'Dispatch (CargoPilot) API';

	icon = {
		light: 'file:../nodes/Dispatch/dispatch.svg',
		dark: 'file:../nodes/Dispatch/dispatch.dark.svg',
	} as const;

	documentationUrl = 'https://docs.cargopilot.net/api/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://api.example.com',
			description: 'The host of the Dispatch API, without /api at its end',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Made in the Dispatch portal, under Settings, API Access. It is shown only once, and the plan must include API access. After a change, publish workflows with a Dispatch Trigger again: until then its calls are refused.',
		},
		ignoreSslIssues,
	];

	async authenticate(
		{ apiToken }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return withBearer(options, apiToken);
	}

	test: ICredentialTestRequest = {
		request: {
			baseURL: host,
			url: '/api/workflows/triggers/Order',
			headers: { Accept: 'application/json' },
			json: true,
			disableFollowRedirect: true,
			skipSslCertificateValidation: '={{ $credentials.allowUnauthorizedCerts }}',
		},
		// n8n reads both kinds together, though its type asks for one.
		rules: rules as ICredentialTestRequest['rules'],
	};
}
