import { phpJson } from '../shared/phpJson';
import { postAndRead } from '../shared/post';
import type { Settings } from './settings';

/** A saved design, as the test that sends it says it. */
export interface Design {
	url: string;
	imageUrl?: string;
	designerUrl?: string;
	enableProductDesigner?: 0 | 1;
	integrationProductId?: number;
}

export interface DesignerCall {
	at: string;
	url: string;
	body: string;
	/** Absent while the answer is awaited, and when there was none. */
	status?: number;
	/** What the receiver answered. */
	answer?: string;
	error?: string;
	/** Whether the answer was exactly the documented one. */
	accepted: boolean;
}

export interface Designer {
	/** The same array for ever. */
	readonly calls: DesignerCall[];
	/** One call, without a signature and without repetition: none is documented. */
	send(design: Design): Promise<DesignerCall>;
	reset(): void;
	close(): void;
}

const DEFAULT_PRODUCT = 10001;

export function createDesigner(settings: Settings): Designer {
	const calls: DesignerCall[] = [];
	let running = new AbortController();
	return {
		calls,
		async send({ url, ...design }) {
			const at = new Date().toISOString();
			const call: DesignerCall = { at, url, body: bodyOf(design), accepted: false };
			calls.push(call);
			const headers = { 'content-type': 'application/json' };
			const { designerTimeoutMs } = settings;
			const { text, ...result } = await postAndRead(
				url,
				call.body,
				headers,
				designerTimeoutMs,
				running.signal,
			);
			return Object.assign(call, result, {
				...(text === undefined ? {} : { answer: text }),
				accepted: result.status === 200 && isDocumented(text ?? ''),
			});
		},
		reset() {
			running.abort();
			running = new AbortController();
			calls.length = 0;
		},
		close() {
			running.abort();
		},
	};
}

function bodyOf(design: Omit<Design, 'url'>): string {
	const id = design.integrationProductId ?? DEFAULT_PRODUCT;
	const host = 'https://designer.printxpand.example';
	return phpJson({
		image_url: design.imageUrl ?? `${host}/images/${id}.png`,
		designer_url: design.designerUrl ?? `${host}/design/${id}`,
		enable_product_designer: design.enableProductDesigner ?? 1,
		integration_product_id: id,
	});
}

/** Spaces between the parts are free, as in the reference. */
function isDocumented(answer: string): boolean {
	try {
		return JSON.stringify(JSON.parse(answer)) === '[{"response":"success"}]';
	} catch {
		return false;
	}
}
