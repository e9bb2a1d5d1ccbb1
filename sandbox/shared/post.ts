import http from 'node:http';
import https from 'node:https';

export interface PostResult {
	status?: number;
	error?: string;
}

/**
 * Posts bytes and tells the status; nothing is followed or repeated. `signal` ends it early.
 * No fetch: its pool of kept-alive connections would outlive the sandbox.
 */
export async function post(
	url: string,
	body: string,
	headers: Record<string, string>,
	timeoutMs: number,
	signal: AbortSignal,
): Promise<PostResult> {
	return await new Promise((resolve) => {
		const failed = (error: Error): void => resolve({ error: error.message });
		try {
			const client = new URL(url).protocol === 'https:' ? https : http;
			const request = client.request(url, {
				method: 'POST',
				agent: false,
				signal,
				headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
			});
			const timer = setTimeout(
				() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)),
				timeoutMs,
			);
			request.on('close', () => clearTimeout(timer));
			request.on('error', failed);
			request.on('response', (response) => {
				response.on('error', failed);
				response.on('end', () => resolve({ status: response.statusCode ?? 0 }));
				response.resume();
			});
			request.end(body);
		} catch (error) {
			failed(error instanceof Error ? error : new Error(String(error)));
		}
	});
}
