import fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';

export interface RunningServer {
	url: string;
	close(): Promise<void>;
}

const TEN_MEGABYTES = 10 * 1024 * 1024;

/** A server that keeps the bytes of every body: signatures and malformed JSON need them. */
export function createServer(): FastifyInstance {
	const app = fastify({
		logger: false,
		bodyLimit: TEN_MEGABYTES,
		forceCloseConnections: true,
		routerOptions: { ignoreTrailingSlash: true },
	});
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	// A mistake of the sandbox must not look like a vendor's error.
	app.setErrorHandler<FastifyError>((error, _request, reply) =>
		reply.code(error.statusCode ?? 500).send({ sandboxError: error.message }),
	);
	return app;
}

/** Listens on this machine only: the sandbox has no business on a network. */
export async function listen(app: FastifyInstance, port: number): Promise<RunningServer> {
	const url = await app.listen({ port, host: '127.0.0.1' });
	return {
		url,
		close: async () => {
			// Sockets that a fault left hanging are no requests to fastify any more; end them too.
			app.server.closeAllConnections();
			await app.close();
		},
	};
}

export interface ParsedBody {
	body: unknown;
	/** The body is there and is no JSON. */
	malformed: boolean;
	text: string;
}

export function parseBody(request: FastifyRequest): ParsedBody {
	const raw = request.body;
	if (!Buffer.isBuffer(raw) || raw.length === 0) {
		return { body: undefined, malformed: false, text: '' };
	}
	const text = raw.toString('utf8');
	try {
		return { body: JSON.parse(text) as unknown, malformed: false, text };
	} catch {
		return { body: text, malformed: true, text };
	}
}
