import { USER_ID } from './account';
import { TRANSACTION_TYPES } from './catalog';
import type { Ids } from './records';
import { createTable } from './table';
import { iso, localDate, type Time } from './times';
import type { RecordType, Transaction } from './types';
import { at, cents, RATE } from './wares';

export interface Ledger {
	/** Oldest first. */
	readonly transactions: Transaction[];
	findTransaction(id: string): Transaction | undefined;
	/** When it was booked, in ISO text; the API gives a date only. */
	bookedAt(transaction: Transaction): string;
	/** A second apart, the last one a second ago. Fields given are laid over each. */
	addTransactions(count: number, draft?: Partial<Transaction> & { at?: number }): Transaction[];
}

const FIRST = 3_364_306;
const FIRST_NUMBER = 110_012_710;
const KINDS: readonly RecordType[] = ['vendorbill', 'vendorbill', 'vendorcredit', 'vendorpayment'];

export function createLedger(clock: Time, ids: Ids): Ledger & { clear(): void } {
	const table = createTable<Transaction>(({ id }) => id);
	const booked = new WeakMap<Transaction, string>();
	return {
		transactions: table.rows,
		findTransaction: table.get,
		bookedAt: (transaction) => booked.get(transaction) ?? iso(clock.now()),
		addTransactions(count, { at: when, ...draft } = {}) {
			const start = (when ?? clock.now()) - count * 1000;
			return Array.from({ length: count }, (_, index) => add(start + index * 1000, draft));
		},
		clear: table.clear,
	};

	function add(ms: number, draft: Partial<Transaction>): Transaction {
		const number = table.rows.length;
		const recordType = draft.recordType ?? at(KINDS, number);
		const { en, ar } = TRANSACTION_TYPES[recordType];
		const transaction: Transaction = {
			_id: ids.next(),
			id: String(FIRST + number),
			Amount: cents(46 + (number % 50) * 3.25),
			Date: localDate(ms),
			'Transaction Number': `PO${FIRST_NUMBER + number}`,
			Type: en,
			'Type (AR)': ar,
			recordType,
			userId: USER_ID,
			'Magento IQD Exchange Rate': RATE,
			...draft,
		};
		booked.set(transaction, iso(ms));
		return table.add(transaction);
	}
}
