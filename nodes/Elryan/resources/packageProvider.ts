import type { IDataObject } from 'n8n-workflow';
import { at, put } from '../../shared/call';
import { flag, text } from '../../shared/fields';

/** The carrier of a package. */
export const provider = (to?: string) =>
	text('Provider', {
		to,
		placeholder: 'e.g. pts',
		description: 'The carrier that brings the package',
	});

/** Travels in the body as far as `withDeprecated`, which takes it out again. */
const MARK = 'send_deprecated_provider_field';

export const sendDeprecatedProviderField = flag('Send Deprecated Provider Field', {
	to: MARK,
	description:
		"Whether to send the provider as 'tracking_provider' too, its deprecated name. Try it where Elryan does not take the provider.",
});

/** Names the carrier under its deprecated name as well, where the user asked for it. */
export const withDeprecated =
	(path: string, deprecated: string) =>
	({ [MARK]: asked, ...body }: IDataObject): IDataObject => {
		const name = at(body, path);
		return asked === true && name !== undefined ? put(body, deprecated, name) : body;
	};
