import type { Case, Row } from './case';
import { JSON_TYPE } from './event';
import { requestTo } from './wire';

let products = 0;

export const nextProduct = (): number => ++products;

/** The body of a call of PrintXpand's designer. */
export const designerBody = (fields: Row = {}): Row => ({
	image_url: 'https://shop.example/a.png',
	designer_url: 'https://shop.example/designer?id=1',
	enable_product_designer: 1,
	integration_product_id: nextProduct(),
	...fields,
});

/** What the trigger makes of it. */
export const designerRow = (body: Row): Row => ({
	imageUrl: body.image_url,
	designerUrl: body.designer_url,
	enableProductDesigner: body.enable_product_designer === 1,
	integrationProductId: body.integration_product_id,
});

/** A call with the secret, which starts the workflow. */
export function designerCall(url: string, secret?: string, fields?: Row, name = 'a call'): Case {
	const body = designerBody(fields);
	const query = secret === undefined ? '' : `?secret=${encodeURIComponent(secret)}`;
	return {
		name,
		bytes: requestTo(url, { query, headers: [JSON_TYPE], body: JSON.stringify(body) }),
		status: 200,
		rows: [designerRow(body)],
	};
}
