import type { Sandbox } from '../../sandbox';

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

function vanillaEshop({ vanillaEshop: { url } }: Sandbox): string {
	return `
VanillaEshop   ${url}
  no authentication; a setting asks for one

What is in it, and what its fields accept:
  curl -s ${url}/_sandbox
  curl -s ${url}/_sandbox/tables

An order:
  curl -s -H 'Accept: application/json' ${url}/v1/in/order/500000
`;
}

function dispatch({ dispatch: { url, account } }: Sandbox): string {
	return `
Dispatch   ${url}
  API token   ${account.apiToken}
  store       ${account.store.storeUrl}
  API key     ${account.store.apiKey}
  API secret  ${account.store.apiSecret}

What is in it, its provider IDs, and the mails and notifications of its workflows:
  curl -s ${url}/_sandbox
  curl -s ${url}/_sandbox/outbox

The triggers of shipments:
  curl -s -H 'Authorization: Bearer ${account.apiToken}' ${url}/api/workflows/triggers/Shipment
`;
}

function printXpand({ printXpand: { url, account } }: Sandbox): string {
	return `
PrintXpand   ${url}
  consumer key         ${account.consumerKey}
  consumer secret      ${account.consumerSecret}
  access token         ${account.accessToken}
  access token secret  ${account.accessTokenSecret}

What is in it, and how often each order was sent to print:
  curl -s ${url}/_sandbox
  curl -s ${url}/_sandbox/prints

The designer area of a product is set up:
  ${post} ${url}/_sandbox/designer -d '{"url":"http://127.0.0.1:5678/webhook/..."}'
`;
}

const mail = ({ mail: { host, port } }: Sandbox): string => `
Mail server   ${host}:${port}, without login or TLS; it keeps what it is sent
`;

/** What a person needs to know to use the sandbox by hand. */
export const guideTo = (sandbox: Sandbox): string =>
	[edumalls, elryan, vanillaEshop, dispatch, printXpand, mail]
		.map((guide) => guide(sandbox))
		.join('\n');
