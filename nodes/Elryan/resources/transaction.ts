import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../shared/fields';
import { record } from '../../shared/locators';
import type { Operation, Resource } from '../../shared/operation';
import { pick } from '../../shared/simplify';
import { listOf, withSearch } from '../calls';

const keep = pick([
	'id',
	['Transaction Number', 'transactionNumber'],
	['Type', 'type'],
	'recordType',
	['Amount', 'amount'],
	['Date', 'date'],
	['Magento IQD Exchange Rate', 'magentoIqdExchangeRate'],
]);

/** `DD/MM/YYYY` as an ISO date; anything else as it is. */
const toIsoDate = (date: string) => date.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');

/** Clean keys, an ISO date, and the amount as it came. */
function simplify(transaction: IDataObject): IDataObject {
	const kept = keep(transaction);
	return typeof kept.date === 'string' ? { ...kept, date: toIsoDate(kept.date) } : kept;
}

const getAll: Operation = {
	name: 'Get Many',
	action: 'Get many transactions',
	description: 'Retrieve a list of the bills, credits and payments of your account',
	effect: 'read',
	method: 'POST',
	path: '/transactions/search',
	envelope: withSearch,
	optional: {
		recordType: choice(
			'Record Type',
			{
				vendorbill: 'Vendor Bill',
				vendorcredit: 'Vendor Credit',
				vendorpayment: 'Vendor Payment',
			},
			{ to: 'search.recordType', description: 'Only transactions of this type' },
		),
	},
	list: listOf('id', '_id'),
	simplify,
};

const transactionId = record(
	'Transaction',
	{
		method: 'searchTransactions',
		list: () => getAll,
		choice: ({ id, Amount: amount, Date: date, 'Transaction Number': number }) => ({
			label: [number, amount, date].map(String).join(' · '),
			value: String(id),
		}),
	},
	{ list: {}, id: { label: 'By ID', placeholder: 'e.g. 3364306' } },
	{ description: 'The transaction, by the shorter of its two IDs, which is a number' },
);

/** What Elryan owes, credits and pays. Facts: the Elryan reference, "Transactions". */
export const transactions: Resource = {
	name: 'Transaction',
	operations: {
		get: {
			name: 'Get',
			action: 'Get transaction',
			description: 'Retrieve one transaction',
			effect: 'read',
			source: 'inferred',
			method: 'GET',
			path: '/transactions/get/{transactionId}',
			record: 'data',
			fields: { transactionId },
			simplify,
		},
		getAll,
	},
};
