const PROTOCOL = /oauth_[a-z_-]+/;

/** The `oauth_*` of an Authorization header, or null when it is none of OAuth. */
export function readHeader(header: string): Map<string, string> | null {
	const start = header.toLowerCase().indexOf('oauth ');
	if (start < 0) return null;
	const found = new Map<string, string>();
	for (const part of header.slice(start + 'oauth '.length).split(',')) {
		const [name, value] = splitOnce(part.trim());
		// Anything else, such as `realm`, is ignored.
		if (value === undefined || !PROTOCOL.test(name)) continue;
		found.set(decode(name), decode(value.replace(/^"+|"+$/g, '')));
	}
	return found;
}

/** The parameters of a query as Magento signs them: it drops each that has not exactly one `=`. */
export function readQuery(query: string): Map<string, string> {
	const found = new Map<string, string>();
	for (const pair of query.split('&')) {
		const [name = '', value, ...more] = pair.replace(/\+/g, ' ').split('=');
		if (value === undefined || more.length > 0 || PROTOCOL.test(name)) continue;
		found.set(decode(name), decode(value));
	}
	return found;
}

function splitOnce(text: string): [string, string?] {
	const at = text.indexOf('=');
	return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** What is no percent-encoding stays as it is, as in PHP. */
function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
