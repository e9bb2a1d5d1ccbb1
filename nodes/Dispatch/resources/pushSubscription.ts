import type { IDataObject } from 'n8n-workflow';
import { choice, text } from '../../shared/fields';
import { jsonObject } from '../../shared/jsonObject';
import type { Resource } from '../../shared/operation';
import { shownFor } from '../../shared/shown';
import { encodeAuth, encodeEndpoint, encodeP256dh, encodeSubscription } from '../pushKeys';

const usingFields = { subscriptionInput: ['fields'] };
const parsed = jsonObject('Subscription');

/** Browsers that Dispatch sends push notifications to. */
export const pushSubscriptions: Resource = {
	name: 'Push Subscription',
	operations: {
		create: {
			name: 'Save',
			action: 'Save push subscription',
			description: 'Register a browser for push notifications',
			effect: 'set',
			method: 'POST',
			path: '/api/integrations/save-vapid-subscription',
			fields: {
				subscriptionInput: choice(
					'Specify Subscription',
					{ fields: 'Using Fields Below', json: 'Using JSON' },
					{ in: 'none', fixed: true, initially: 'fields' },
				),
				endpoint: shownFor(
					usingFields,
					text('Endpoint', {
						required: true,
						placeholder: 'e.g. https://fcm.googleapis.com/fcm/send/dGhpcyBpcyBhbiBpZA',
						description: "The address at the browser's vendor that takes the messages",
						encode: encodeEndpoint,
					}),
				),
				p256dh: shownFor(
					usingFields,
					text('Public Key (P256dh)', {
						to: 'keys.p256dh',
						required: true,
						description: "The browser's public key, in base64url or base64",
						encode: encodeP256dh,
					}),
				),
				auth: shownFor(
					usingFields,
					text('Auth Secret', {
						to: 'keys.auth',
						required: true,
						description: "The browser's secret, in base64url or base64",
						encode: encodeAuth,
					}),
				),
				subscription: shownFor(
					{ subscriptionInput: ['json'] },
					jsonObject('Subscription', {
						required: true,
						placeholder: 'e.g. { "endpoint": "https://…", "keys": { "p256dh": "…", "auth": "…" } }',
						description:
							'The whole subscription, as JSON.stringify(subscription) gives it in the browser',
						encode: (value, given) => encodeSubscription(parsed.encode?.(value, given), given),
					}),
				),
			},
			envelope: ({ subscription, ...body }: IDataObject) => subscription ?? body,
		},
	},
};
