import { startSandbox, type Sandbox } from '../sandbox';

/** The port of each service, unless its variable says another. */
const PORTS = { SANDBOX_EDUMALLS_PORT: 4610, SANDBOX_ELRYAN_PORT: 4611 };

/** Runs the sandbox alone, in the foreground, until Ctrl-C. */
async function main(): Promise<void> {
	const sandbox = await startSandbox({
		edumalls: { port: wantedPort('SANDBOX_EDUMALLS_PORT') },
		elryan: { port: wantedPort('SANDBOX_ELRYAN_PORT') },
	});
	console.log(`${edumalls(sandbox)}\n${elryan(sandbox)}\nCtrl-C stops it.\n`);
	const stop = (): void => void sandbox.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

function wantedPort(variable: keyof typeof PORTS): number {
	const text = process.env[variable];
	if (text === undefined || text === '') return PORTS[variable];
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
	throw new Error(`${variable} must be a port number, not "${text}".`);
}

const post = `curl -s -H 'Content-Type: application/json'`;

function edumalls({ edumalls: { url, account, webhookSecret } }: Sandbox): string {
	const api = `${url}/rest/V1/integration/seller`;
	return `
Edumalls   ${url}
  user name       ${account.username}
  password        ${account.password}
  webhook secret  ${webhookSecret}

What is in it:
  curl -s ${url}/_sandbox

A token, then the newest orders:
  TOKEN=$(${post} ${api}/token \\
    -d '{"username":"${account.username}","password":"${account.password}"}' | tr -d '"')
  ${post} -H "Authorization: Bearer $TOKEN" ${api}/order \\
    -d '{"action":"view_order_list","data":{"page_size":3}}'

Send its events somewhere, then let a customer order and pay:
  ${post} -X PUT ${url}/_sandbox/webhook -d '{"url":"http://127.0.0.1:5678/webhook/..."}'
  ${post} ${url}/_sandbox/orders -d '{"paid":true}'

The next request gets a 503:
  ${post} ${url}/_sandbox/faults -d '{"kind":"status","status":503}'
`;
}

function elryan({ elryan: { url, account } }: Sandbox): string {
	const control = url.replace(/\/api$/, '/_sandbox');
	return `
Elryan     ${url}
  e-mail          ${account.email}
  password        ${account.password}
  API token       ${account.apiToken}

What is in it:
  curl -s ${control}

Order lines that wait to be fulfilled:
  ${post} -H 'Authorization: Bearer ${account.apiToken}' \\
    ${url}/orders/unfulfilled-list -d '{"start":0,"length":3}'

A customer orders; then lists ignore the time filters, which nobody documents:
  ${post} ${control}/orders -d '{"lines":2}'
  ${post} -X PUT ${control}/settings -d '{"honourTimeFilter":false}'
`;
}

main().catch((error: NodeJS.ErrnoException & { port?: number }) => {
	const variables = Object.keys(PORTS).join(' or ');
	const taken =
		error.code === 'EADDRINUSE'
			? `The port is taken. Stop what uses it, or set ${variables} to another one.`
			: '';
	console.error(`The sandbox did not start: ${error.message}\n${taken}`.trimEnd());
	process.exit(1);
});
