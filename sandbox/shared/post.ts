import http from 'node:http';
import https from 'node:https';

export interface PostResult {
	status?: number;
	error?: string;
}

/** Posts bytes and tells the status; nothing is followed or repeated. `signal` ends it early. */
export async function post(...request: Parameters<typeof postAndRead>): Promise<PostResult> {
	const { text: _text, ...result } = await postAndRead(...request);
	return result;
}

/**
 * The same, for a sender that also reads what the receiver says.
 * No fetch: its pool of kept-alive connections would outlive the sandbox.
 */
export async function postAndRead(
	url: string,
	body: string,
	headers: Record<string, string>,
	timeoutMs: number,
	signal: AbortSignal,
): Promise<PostResult & { text?: string }> {
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
				const chunks: Buffer[] = [];
				response.on('error', failed);
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('end', () => {
					const text = Buffer.concat(chunks).toString('utf8');
					resolve({ status: response.statusCode ?? 0, text });
				});
			});
			request.end(body);
		} catch (error) {
			failed(error instanceof Error ? error : new Error(String(error)));
		}
	});
}
