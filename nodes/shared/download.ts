import type { IExecuteFunctions } from 'n8n-workflow';
import { Failure, refusal } from './failure';

/** A file that an answer pointed to. */
export interface Download {
	data: Buffer;
	mimeType: string;
	extension: string;
}

const TIMEOUT_MS = 20_000;
const MOST_BYTES = 10 * 1024 * 1024;

/** The kinds of label that are taken, known by their first bytes and never by what the server says. */
const KINDS: Array<{ starts: string[]; mimeType: string; extension: string }> = [
	{ starts: ['%PDF-'], mimeType: 'application/pdf', extension: 'pdf' },
	{ starts: ['\x89PNG\r\n\x1a\n'], mimeType: 'image/png', extension: 'png' },
	{ starts: ['\xff\xd8\xff'], mimeType: 'image/jpeg', extension: 'jpg' },
	{ starts: ['^XA', '~DG', 'CT~~', '\x10CT~~'], mimeType: 'application/zpl', extension: 'zpl' },
];

const PRIVATE_HOST = /(^|\.)(localhost|local|internal|intranet|lan|home|corp)$/i;

function isPrivateV4(host: string): boolean {
	const parts = host.split('.').map(Number);
	if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return false;
	const [a, b] = parts;
	return (
		a === 0 ||
		a === 10 ||
		a === 127 ||
		a >= 224 ||
		(a === 100 && b >= 64 && b <= 127) ||
		(a === 169 && b === 254) ||
		(a === 172 && b >= 16 && b <= 31) ||
		(a === 192 && b === 168) ||
		(a === 198 && (b === 18 || b === 19)) ||
		(a === 192 && b === 0)
	);
}

/** Whether a host, as `URL` normalises it, is private, loopback or no public name at all. */
export function isPrivateHost(hostname: string): boolean {
	const host = hostname.replace(/\.$/, '');
	// A public IPv6 literal in a label's URL is not worth the ways in which one can hide an address.
	if (host.startsWith('[')) return true;
	if (isPrivateV4(host)) return true;
	return PRIVATE_HOST.test(host) || !host.includes('.');
}

/** Refuses a URL that came in an answer unless it is https and its host is one of those trusted. */
export function checkUrl(text: string, trustedHosts: string[]): URL {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url) throw refusal('The address of the file is not a URL', `It is '${text.slice(0, 200)}'`);
	const { protocol, hostname, username, password } = url;
	if (protocol !== 'https:') throw refusal('The address of the file is not https', url.origin);
	if (username || password) throw refusal('The address of the file holds a password', url.hostname);
	if (isPrivateHost(hostname)) {
		throw refusal('The address of the file points into a private network', hostname);
	}
	const trusted = trustedHosts.map((host) => host.trim().toLowerCase()).includes(hostname);
	if (!trusted) {
		throw refusal(
			`The file is on another host: ${hostname}`,
			'Add it to the hosts that files may come from, if you trust it',
		);
	}
	return url;
}

/** The kind of a file by its first bytes. */
export function kindOf(data: Buffer) {
	const head = data.subarray(0, 64).toString('latin1').trimStart();
	return KINDS.find(({ starts }) => starts.some((start) => head.startsWith(start)));
}

async function readBounded(stream: AsyncIterable<Buffer>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > MOST_BYTES) throw refusal('The file is larger than 10 MB');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/**
 * Fetches a file whose URL came in an answer: without credentials, without redirects, at most 10 MB in
 * 20 s, and only a PDF, PNG, JPEG or ZPL. Throws a Failure that says which of these did not hold.
 */
export async function download(
	context: Pick<IExecuteFunctions, 'helpers'>,
	address: string,
	trustedHosts: string[],
	timeoutMs = TIMEOUT_MS,
): Promise<Download> {
	const url = checkUrl(address, trustedHosts);
	try {
		return await fetchFile(context, url, timeoutMs);
	} catch (error) {
		const failure = error instanceof Failure ? error : brokenOff(url, error);
		throw failure;
	}
}

function brokenOff({ hostname }: URL, error: unknown): Failure {
	const { code = '', message = '' } = error as { code?: string; message?: string };
	const timedOut = /ERR_CANCELED|ECONNABORTED|ETIMEDOUT/.test(code);
	return new Failure({
		title: 'The file could not be fetched',
		words: timedOut ? `${hostname} did not answer in time` : `${hostname}: ${message}`,
		advice: 'Try again later',
		outcome: 'refused',
		code: code || undefined,
	});
}

async function fetchFile(
	context: Pick<IExecuteFunctions, 'helpers'>,
	url: URL,
	timeoutMs: number,
): Promise<Download> {
	const response = (await context.helpers.httpRequest({
		method: 'GET',
		url: url.href,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: timeoutMs,
		// The timeout above ends with the headers; a body that stalls ends here.
		abortSignal: AbortSignal.timeout(timeoutMs),
	})) as { statusCode: number; body: AsyncIterable<Buffer> };
	const { statusCode, body } = response;
	if (statusCode !== 200) {
		throw new Failure({
			title: 'The file could not be fetched',
			words: `${url.hostname} answered with status ${statusCode}`,
			outcome: 'refused',
			status: statusCode,
		});
	}
	const data = await readBounded(body);
	const kind = kindOf(data);
	if (!kind) throw refusal('The file is neither PDF, PNG, JPEG nor ZPL');
	return { data, mimeType: kind.mimeType, extension: kind.extension };
}
