import { join } from 'node:path';
import { logFolder, root } from '../../../scripts/lib/paths';
import { freePort } from '../../../scripts/lib/ports';
import { onStop } from '../../../scripts/lib/program';
import { saveCredential } from '../../../scripts/n8n/credentials';
import { ensureRuntime } from '../../../scripts/n8n/install';
import type { RuntimeNode } from '../../../scripts/n8n/layout';
import { startN8n } from '../../../scripts/n8n/server';
import { type N8nRequest, signIn } from '../../../scripts/n8n/session';
import { ensureBuilt } from '../../../scripts/stage/build';
import { outsideFolder } from '../start/folder';
import { WITH_METRICS } from '../start/metrics';
import type { Secrets } from './contenders';
import { SECRET } from './events';

/** How n8n may be set up. */
export interface Setting {
	name: string;
	words: string;
	env: NodeJS.ProcessEnv;
}

export const AS_IT_COMES: Setting = { name: 'webhooks', words: 'n8n as it comes', env: {} };

/** n8n then makes its sandbox for expressions only where there is one to work out. */
export const LAZY: Setting = {
	name: 'webhooks-lazy',
	words: '`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true`',
	env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
};

/** The n8n that all contenders share. */
export interface Instance {
	/** How it is set up, in a table's words. */
	setting: string;
	url: string;
	node: RuntimeNode;
	userFolder: string;
	request: N8nRequest;
	secrets: Secrets;
	close(): Promise<void>;
}

async function saveSecrets(request: N8nRequest): Promise<Secrets> {
	const edumalls = await saveCredential(request, {
		name: 'Edumalls webhook',
		type: 'edumallsWebhookApi',
		data: { signingSecret: SECRET },
	});
	const crypto = await saveCredential(request, {
		name: 'Crypto',
		type: 'crypto',
		data: { hmacSecret: SECRET },
	});
	const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
	return { edumalls: named(edumalls), crypto: named(crypto) };
}

/** A new n8n with the package in it: SQLite, one process. */
export async function openInstance({ name, words, env }: Setting): Promise<Instance> {
	const userFolder = outsideFolder(name);
	const node = await ensureRuntime();
	await ensureBuilt();
	const n8n = await startN8n({
		node,
		port: await freePort(),
		userFolder,
		packageDir: root,
		logFile: join(logFolder, `bench-${name}.log`),
		env: { ...WITH_METRICS, ...env },
	});
	onStop(async () => await n8n.stop());
	const { request } = await signIn(n8n.url);
	const secrets = await saveSecrets(request);
	return { setting: words, url: n8n.url, node, userFolder, request, secrets, close: n8n.stop };
}
