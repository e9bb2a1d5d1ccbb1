import type { IDataObject, INode } from 'n8n-workflow';
import { createEngine, type Outcome } from '../engine';
import { answering, type Reply, type Sent } from './answering';
import type { Example, Exchange, Subject } from './subjects';

/** Answers as an example's marketplace did: by method and path, and by the action in the body. */
export function replyOf({ exchanges }: Example): (sent: Sent) => Reply {
	const fits = (sent: Sent, { request }: Exchange) =>
		request.method === sent.method && request.path.split('?')[0] === sent.path;
	const last = exchanges[exchanges.length - 1];
	return (sent) => (exchanges.find((exchange) => fits(sent, exchange)) ?? last).response;
}

/** n8n's engine with a subject's node in it, and what its marketplace gets. */
export function host(subject: Subject, reply: (sent: Sent) => Reply | Promise<Reply>) {
	const { service, resource, name } = subject;
	const { node: Node, credentialTypes, credentials } = service;
	const sent = answering(service, reply);
	const engine = createEngine({ nodes: [Node], credentialTypes, credentials });
	const type = new Node().description.name;
	const run = async (
		parameters: IDataObject,
		input: IDataObject[],
		onError?: INode['onError'],
	): Promise<Outcome> => {
		sent.length = 0;
		const all = { resource, operation: name, ...parameters };
		return await engine.run(type, { parameters: all, onError }, input);
	};
	return { sent, run };
}
