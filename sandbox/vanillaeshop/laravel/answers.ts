import type { Answer } from '../../shared/answer';
import { phpJson } from '../../shared/phpJson';
import type { Asker } from './asker';
import type { Errors } from './validator';

/** JSON as Laravel sends it, with everything beyond ASCII escaped. */
export const phpAnswer = (status: number, value: unknown): Answer => ({
	status,
	body: phpJson(value),
});

/** How a refused input is put; the reference documents none of it. */
export type ValidationForm = 'laravel55' | 'laravel54' | 'wrapped';

const INVALID = 'The given data was invalid.';

const FORMS: Readonly<Record<ValidationForm, (errors: Errors) => unknown>> = {
	laravel55: (errors) => ({ message: INVALID, errors }),
	laravel54: (errors) => errors,
	wrapped: (errors) => ({ status: 422, success: false, message: INVALID, errors }),
};

/** A browser is sent back to its form, which for this API is the front page. */
export const refusedInput = (errors: Errors, form: ValidationForm, asker: Asker): Answer =>
	asker.wantsJson ? phpAnswer(422, FORMS[form](errors)) : redirect(`${asker.origin}/`);

const TITLES: Readonly<Record<number, string>> = {
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Sorry, the page you are looking for could not be found.',
	405: 'Method Not Allowed',
	429: 'Too Many Requests',
};

/** An exception that Laravel renders: as JSON to whoever wants it, as a page to everyone else. */
export const failed = (status: number, message: string, { wantsJson }: Asker): Answer =>
	wantsJson
		? phpAnswer(status, { message })
		: page(status, TITLES[status] ?? 'Whoops, looks like something went wrong.');

export const page = (status: number, title: string): Answer => ({
	status,
	contentType: 'text/html; charset=UTF-8',
	body:
		`<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${title}</title></head>\n` +
		`<body><div class="content"><div class="title">${title}</div></div></body>\n</html>\n`,
});

export const redirect = (location: string): Answer => ({
	...page(302, `Redirecting to ${location}`),
	headers: { location },
});
