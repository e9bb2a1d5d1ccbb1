/** What the reference leaves open, or what an administrator can switch. Free to change at any time. */
export interface Settings {
	/** HTTP status of `success: false`; the reference names none. */
	businessErrorStatus: number;
	/** HTTP status of a token that is revoked or expired; the reference says "4XX". */
	refusedTokenStatus: number;
	/** HTTP status of a refused login; the reference names none. */
	loginErrorStatus: number;
	/** The administrator's switch for the whole integration. */
	integrationEnabled: boolean;
	tokenLifetimeMs: number;
	/** 1 = the documented minutes; 1000 = a minute passes in 60 ms. */
	webhookTimeScale: number;
	/** How long a webhook may take; the reference says 10 s. Not scaled. */
	webhookTimeoutMs: number;
}

export const DEFAULT_SETTINGS: Settings = {
	businessErrorStatus: 200,
	refusedTokenStatus: 401,
	loginErrorStatus: 401,
	integrationEnabled: true,
	tokenLifetimeMs: 60 * 60 * 1000, // Magento's default for customers
	webhookTimeScale: 1,
	webhookTimeoutMs: 10_000,
};
