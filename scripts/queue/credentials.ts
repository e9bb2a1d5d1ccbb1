import { saveCredential } from '../n8n/credentials';
import type { WorkflowNode } from '../n8n/workflows';
import type { Cluster } from './cluster';

type Bound = NonNullable<WorkflowNode['credentials']>;

/** The seller's login and the secret of the webhooks, as nodes refer to them. */
export async function bindCredentials({
	edumalls,
	session,
}: Cluster): Promise<{ api: Bound; secret: Bound }> {
	const save = async (name: string, type: string, data: Record<string, unknown>) => {
		const { id } = await saveCredential(session.request, { name, type, data });
		return { [type]: { id, name } };
	};
	const { url: baseUrl, account, webhookSecret: signingSecret } = edumalls;
	return {
		api: await save('Edumalls', 'edumallsApi', { environment: 'custom', baseUrl, ...account }),
		secret: await save('Edumalls webhook', 'edumallsWebhookApi', { signingSecret }),
	};
}
