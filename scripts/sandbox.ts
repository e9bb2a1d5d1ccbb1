import { startSandbox, type Sandbox } from '../sandbox';

const DEFAULT_PORT = 4610;

/** Runs the sandbox alone, in the foreground, until Ctrl-C. */
async function main(): Promise<void> {
	const port = wantedPort(process.env.SANDBOX_EDUMALLS_PORT);
	const sandbox = await startSandbox({ edumalls: { port } });
	console.log(greeting(sandbox));
	const stop = (): void => void sandbox.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

function wantedPort(text: string | undefined): number {
	if (text === undefined || text === '') return DEFAULT_PORT;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
	throw new Error(`SANDBOX_EDUMALLS_PORT must be a port number, not "${text}".`);
}

function greeting({ edumalls }: Sandbox): string {
	const { url, account, webhookSecret } = edumalls;
	const api = `${url}/rest/V1/integration/seller`;
	const post = `curl -s -H 'Content-Type: application/json'`;
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

Ctrl-C stops it.
`;
}

main().catch((error: NodeJS.ErrnoException) => {
	const taken =
		error.code === 'EADDRINUSE'
			? 'The port is taken. Stop what uses it, or set SANDBOX_EDUMALLS_PORT to another one.'
			: '';
	console.error(`The sandbox did not start: ${error.message}\n${taken}`.trimEnd());
	process.exit(1);
});
