import type { ApiRequest } from '../../shared/service';

/** Who asks, as far as Laravel's answers depend on it. */
export interface Asker {
	/** Laravel's `expectsJson`: without it failures are pages and redirects for a browser. */
	wantsJson: boolean;
	/** Where the service answers, for redirects. */
	origin: string;
}

export function askerOf(request: ApiRequest, origin: string): Asker {
	const ajax = headerOf(request, 'x-requested-with') === 'XMLHttpRequest';
	return { origin, wantsJson: ajax || prefersJson(headerOf(request, 'accept')) };
}

/** Only the type that is wanted most counts. */
function prefersJson(accept: string): boolean {
	const [first] = accept
		.split(',')
		.map((part) => {
			const [type = '', ...parameters] = part.split(';').map((one) => one.trim());
			const quality = parameters.find((one) => one.startsWith('q='))?.slice(2);
			return { type, quality: quality === undefined ? 1 : Number(quality) };
		})
		.sort((a, b) => b.quality - a.quality);
	return first !== undefined && /[/+]json/.test(first.type);
}

/** A header's text, empty where there is none. */
export function headerOf({ headers }: Pick<ApiRequest, 'headers'>, name: string): string {
	const value = headers[name];
	return (Array.isArray(value) ? value[0] : value) ?? '';
}
