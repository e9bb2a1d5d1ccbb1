import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ICredentialType, INodeType, IVersionedNodeType } from 'n8n-workflow';

/** A class of n8n's own nodes. */
export type NodeClass = new () => INodeType | IVersionedNodeType;

type CredentialClass = new () => ICredentialType;

/** A class of `n8n-nodes-base`, from the n8n that `npm start` runs, by its file under `dist`. */
function load(modules: string, file: string): unknown {
	const require = createRequire(join(modules, 'n8n-nodes-base', 'package.json'));
	const name = file.replace(/^.*\/|\..*$/g, '');
	const exported: unknown = require(`./dist/${file}.js`);
	return Reflect.get(Object(exported), name);
}

/** One of n8n's own nodes: `HttpRequest/HttpRequest`. `modules` is the folder that n8n is installed in. */
export function runtimeNode(modules: string, path: string): NodeClass {
	return load(modules, `nodes/${path}.node`) as NodeClass;
}

/** One of n8n's own credential types. */
export function runtimeCredential(modules: string, name: string): CredentialClass {
	return load(modules, `credentials/${name}.credentials`) as CredentialClass;
}
