import type { Answer } from '../shared/answer';
import type { Clock } from '../shared/clock';
import { KEY_LENGTH } from './account';
import { refusal, WORDS } from './magento';

export interface Nonces {
	/** Uses a nonce up; the refusal where it was used before or the time is wrong. */
	take(nonce: string, timestamp: string): Answer | null;
	reset(): void;
}

const CONSUMER_ID = '1';
const TIME_DEVIATION_S = 600;
/** Magento's default. */
const LIFETIME_MS = 120 * 60 * 1000;

export function createNonces(clock: Clock): Nonces {
	const used = new Map<string, number>();
	return {
		take(nonce, timestamp) {
			const now = clock.now();
			const seconds = Number.parseInt(timestamp, 10);
			// Magento knows no lower bound but 0.
			const inTime = seconds > 0 && seconds <= now / 1000 + TIME_DEVIATION_S;
			// A longer nonce does not fit into Magento's database.
			if (!inTime || nonce.length > KEY_LENGTH) return refusal(401, WORDS.nonce);
			const usedAt = used.get(nonce);
			if (usedAt !== undefined && now - usedAt < LIFETIME_MS) {
				return refusal(401, WORDS.nonceUsed, [CONSUMER_ID]);
			}
			used.set(nonce, now);
			return null;
		},
		reset: () => used.clear(),
	};
}
