import type { Fields } from './php';

type Branch = Map<string, Branch | string>;

/** PHP's parse_str: `products[0][sku]=a` nests, and a dot in a name becomes `_`. */
export function parseForm(text: string): Fields {
	const root: Branch = new Map();
	for (const [name, value] of new URLSearchParams(text)) put(root, keysOf(name), value);
	return Object.fromEntries([...root].map(([key, node]) => [key, plain(node)]));
}

function keysOf(name: string): string[] {
	const [, base = '', rest = ''] = /^\s*([^[]*)((?:\[[^\]]*\])*)/.exec(name) ?? [];
	const inner = [...rest.matchAll(/\[([^\]]*)\]/g)].map(([, key = '']) => key);
	return [base.replace(/[. ]/g, '_'), ...inner];
}

function put(branch: Branch, [first = '', ...rest]: string[], value: string): void {
	const key = first === '' ? String(branch.size) : first;
	if (rest.length === 0) return void branch.set(key, value);
	const known = branch.get(key);
	const child: Branch = known instanceof Map ? known : new Map();
	branch.set(key, child);
	put(child, rest, value);
}

/** Keys that count from 0 make a list. */
function plain(node: Branch | string): unknown {
	if (typeof node === 'string') return node;
	const entries = [...node].map(([key, child]) => [key, plain(child)] as const);
	const isList = entries.every(([key], index) => key === String(index));
	return isList ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}
