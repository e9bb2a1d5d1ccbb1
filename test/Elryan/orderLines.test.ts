import type { IDataObject } from 'n8n-workflow';
import { groupLines, simplifyCanceledLine, simplifyLine } from '../../nodes/Elryan/orderLines';

// As the reference shows it.
const LINE: IDataObject = {
	POlineID: '77231331',
	Date: '11/09/2022',
	Description: 'Night Bloom by Jacomo for Women - Eau de Parfum, 100ml',
	'Description (AR)': 'نايت بلوم من جاكومو للنساء - او دي بارفان, 100 مل',
	'Elryan Commission': '10.0%',
	Item: '3392865241177-62e67b59a77546efcb592795',
	'Net Amount': '22.50',
	'Order Number': 'PO110038645',
	POLastModified: '12/09/2022 11:38 PM',
	'Purchase Order ID': '7723133',
	Quantity: '1',
	'Selling Price': '25',
	Status: 'Delivered',
	'Status (AR)': 'تم التوصيل',
	'Total Amount': '25.00',
	dateISO: '2022-09-11T00:00:00',
	id: '631e4485e081fc4a978a8598',
	recordType: 'salesorder',
	userId: '62e67b59a77546efcb592795',
	exported: true,
	updatedLocalTime: '2022-09-12T01:38:58.000Z',
	updatedTime: '2022-09-11T22:38:58.184Z',
	'Magento IQD Exchange Rate': '1485',
};

const SIMPLE = {
	poLineId: '77231331',
	orderNumber: 'PO110038645',
	purchaseOrderId: '7723133',
	date: '2022-09-11T00:00:00',
	updatedTime: '2022-09-11T22:38:58.184Z',
	item: '3392865241177-62e67b59a77546efcb592795',
	description: 'Night Bloom by Jacomo for Women - Eau de Parfum, 100ml',
	quantity: '1',
	totalAmount: '25.00',
	status: 'Delivered',
};

describe('simplifyLine', () => {
	it('gives clean keys, ISO dates, and amounts as they came', () => {
		expect(simplifyLine(LINE)).toEqual(SIMPLE);
	});

	it('leaves out what a line does not have', () => {
		expect(simplifyLine({ POlineID: '1', Status: '' })).toEqual({ poLineId: '1', status: '' });
	});

	it('leaves alone what is no line', () => {
		expect(simplifyLine({ order_id: 1 })).toEqual({ order_id: 1 });
	});

	it('changes nothing of what it is given', () => {
		const line = Object.freeze({ ...LINE });
		simplifyLine(line);
		expect(line).toEqual(LINE);
	});
});

describe('simplifyCanceledLine', () => {
	const { description, ...others } = SIMPLE;

	it('says why in the place of what it is', () => {
		const line = { ...LINE, cancelReason: 'out_of_stock' };
		expect(simplifyCanceledLine(line)).toEqual({ ...others, cancelReason: 'out_of_stock' });
	});

	it('says what it is where no reason came back', () => {
		expect(simplifyCanceledLine(LINE)).toEqual({ ...others, description });
	});

	it('leaves alone what is no line', () => {
		expect(simplifyCanceledLine({ message: 'Canceled' })).toEqual({ message: 'Canceled' });
	});
});

describe('groupLines', () => {
	const sister = { ...LINE, POlineID: '77231332' };
	const other = { ...LINE, POlineID: '1', 'Order Number': 'PO1', 'Purchase Order ID': '9' };
	const head = { orderNumber: 'PO110038645', purchaseOrderId: '7723133', date: LINE.dateISO };

	it('groups raw lines by their order, each order where its first line stood', () => {
		expect(groupLines([LINE, other, sister])).toEqual([
			{ ...head, lines: [LINE, sister] },
			{ ...head, orderNumber: 'PO1', purchaseOrderId: '9', lines: [other] },
		]);
	});

	it('groups simplified lines alike', () => {
		const [line, twin] = [simplifyLine(LINE), simplifyLine(sister)];
		expect(groupLines([line, twin])).toEqual([{ ...head, lines: [line, twin] }]);
	});

	it('groups by the purchase order where there is no number', () => {
		const lines = [{ 'Purchase Order ID': '9' }, { 'Purchase Order ID': '9', Quantity: '2' }];
		expect(groupLines(lines)).toEqual([{ purchaseOrderId: '9', lines }]);
	});

	it('lets lines that name no order stand alone', () => {
		const lines = [{ Quantity: '1' }, { Quantity: '1' }];
		expect(groupLines(lines)).toEqual(lines.map((line) => ({ lines: [line] })));
	});

	it('makes nothing of nothing', () => {
		expect(groupLines([])).toEqual([]);
	});
});
