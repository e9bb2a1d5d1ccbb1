import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { isRecord } from '../shared/call';
import { trimmed } from '../shared/pasted';
import { toNumber } from '../shared/numbers';

/** What the vendor expects as an answer, exactly. Facts: "Save design URL and image URL". */
export const ACCEPTED: IDataObject[] = [{ response: 'success' }];

const FLAGS = new Map<unknown, boolean>([
	[0, false],
	[1, true],
	['0', false],
	['1', true],
	[false, false],
	[true, true],
]);

/** Reads the designer's callback; says what is wrong with its shape otherwise. */
export function readCallback(body: unknown): IDataObject | string {
	if (!isRecord(body)) return 'The body is not a JSON object';
	const { image_url: imageUrl, designer_url: designerUrl } = body;
	if (typeof imageUrl !== 'string') return "The body has no 'image_url'";
	if (typeof designerUrl !== 'string') return "The body has no 'designer_url'";
	const enableProductDesigner = FLAGS.get(body.enable_product_designer);
	if (enableProductDesigner === undefined) return "'enable_product_designer' is not 0 or 1";
	const integrationProductId = body.integration_product_id;
	const id = toNumber(integrationProductId);
	if (id === undefined || id < 0 || !Number.isInteger(id)) {
		return "'integration_product_id' is not a whole number";
	}
	return { imageUrl, designerUrl, enableProductDesigner, integrationProductId };
}

/** The credential that holds the secret. */
export const SECRET_CREDENTIAL = 'printXpandWebhookApi';

/**
 * The secret that calls must carry; nothing where the node has no credential, and an empty text, which no
 * call matches, where it cannot be read. Throwing would record a failed execution.
 */
export async function secretIn(
	context: Pick<IWebhookFunctions, 'getCredentials' | 'getNode'>,
): Promise<string | undefined> {
	if (!context.getNode().credentials?.[SECRET_CREDENTIAL]) return undefined;
	try {
		const { secret } = await context.getCredentials(SECRET_CREDENTIAL);
		return trimmed(secret);
	} catch {
		return '';
	}
}
