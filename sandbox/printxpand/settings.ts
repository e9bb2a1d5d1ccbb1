import { sameType, type SettingCheck } from '../shared/controlBasics';

/** What differs from shop to shop, and what the reference leaves open. Free to change at any time. */
export interface Settings {
	/** 2.4.7 takes HMAC-SHA256 only; 2.4.3 also HMAC-SHA1, and the access token as a bearer token. */
	magento: '2.4.7' | '2.4.3';
	/** How the shop believes that it is reached. Behind a proxy that hides TLS every signature is wrong. */
	scheme: 'http' | 'https';
	/** Resources that the integration lacks, such as `Magento_Catalog::products`. */
	withheldResources: string[];
	/** Leaves the ids out of all answers, as the samples do in some. */
	answerWithoutIds: boolean;
	answerOrder: 'sent' | 'reversed';
	/** HTTP status where some records failed; the reference describes 201 and shows no sample. */
	partialStatus: number;
	/** HTTP status where all records failed. */
	failureStatus: number;
	/** A product that is not there to delete: 404, or `"400"` among texts, as one sample has it. */
	missingProduct: '404' | 'text400';
	/** Whether the subcategories go too, as in Magento. */
	deleteSubcategories: boolean;
	/** Whether a new customer needs an e-mail address: version 3.0 of the documentation says so. */
	emailRequired: boolean;
	/** How long the receiver of a saved design may take. */
	designerTimeoutMs: number;
}

export const DEFAULT_SETTINGS: Settings = {
	magento: '2.4.7',
	scheme: 'http',
	withheldResources: [],
	answerWithoutIds: false,
	answerOrder: 'sent',
	partialStatus: 200,
	failureStatus: 200,
	missingProduct: '404',
	deleteSubcategories: true,
	emailRequired: false,
	designerTimeoutMs: 10_000,
};

const CHOICES: Partial<Record<string, readonly string[]>> = {
	magento: ['2.4.7', '2.4.3'],
	scheme: ['http', 'https'],
	answerOrder: ['sent', 'reversed'],
	missingProduct: ['404', 'text400'],
};

const typeCheck = sameType(DEFAULT_SETTINGS);

/** Guards the control API: a setting misspelt there would look like a bug of the client. */
export const checkSetting: SettingCheck = (field, value) => {
	const choices = CHOICES[field];
	if (choices) {
		const fits = choices.some((choice) => choice === value);
		return fits ? undefined : `'${field}' must be one of ${choices.join(', ')}`;
	}
	if (field !== 'withheldResources') return typeCheck(field, value);
	const fits = Array.isArray(value) && value.every((one) => typeof one === 'string');
	return fits ? undefined : `'${field}' must be texts, such as ["Magento_Catalog::products"]`;
};
