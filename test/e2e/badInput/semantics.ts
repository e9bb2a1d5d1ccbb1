import type { Case, Receiver, Row } from './case';
import { event, eventOf, nextOrder, signed, signedRequest } from './event';

const SHIPPED = { code: 460, event: 'order.shipped' };

/** What the two halves of the reference write differently, or as another type. */
const FIELDS: Record<string, Row> = {
	'money as text': { grand_total: '161.0000', total_due: '0.0000' },
	'money as a number': { grand_total: 161.25, total_due: 0 },
	'a street as text': { shipping_address: { street: 'King Fahd Rd\n12' } },
	'a street as a list': { shipping_address: { street: ['King Fahd Rd', '12'] } },
	'the state of an invoice as a number': { invoice: { state: 2 } },
	'the state of an invoice as a word': { invoice: { state: 'paid' } },
	'the state of an invoice under another name': { invoice: { state_label: 'Paid' } },
	'nothing where the reference has an object': { invoice: null, shipment: null, customer: [] },
	'an order of long ago': { created_at: '2019-01-01 00:00:00', updated_at: '2019-01-01 00:00:00' },
	'fields that nobody knows': { '': 1, ' ': 2, النوع: { 'a.b': [null, true] } },
};

/** A signed event of another shape, with the row of it where it starts the workflow. */
function shapes(): Array<[name: string, body: string, row?: Row]> {
	const order = () => ({ order_id: nextOrder() });
	const text = (code: unknown, of: unknown = order()) =>
		JSON.stringify({ event_code: code, order: of });
	const read = (code: unknown, told: { code: number; event: string }) => {
		const of = order();
		const body = text(code, of);
		return [body, eventOf(body, of, told).row] as const;
	};
	const numbered = { increment_id: `N${nextOrder()}` };
	const numberedBody = text(110, numbered);
	return [
		['a code that nobody knows', ...read(9_999, { code: 9_999, event: 'unknown' })],
		['a code as text', ...read('460', SHIPPED)],
		['a code as text with blanks', ...read(' 460 ', SHIPPED)],
		['the code 0', ...read(0, { code: 0, event: 'unknown' })],
		['an order with its number only', numberedBody, eventOf(numberedBody, numbered).row],
		['no code', JSON.stringify({ order: order() })],
		['no order', '{"event_code":460}'],
		['an order without an id', text(460, { state: 'complete' })],
		['an order with empty ids', text(460, { order_id: '', increment_id: null })],
		['an order with a list as its id', text(460, { order_id: [1] })],
		['an order as a list', text(460, [order()])],
		['an order as text', text(460, '1000000123')],
		['an order as nothing', text(460, null)],
		...[null, true, '', ' ', 'x', 4.6, '4.6', '0x1cc', 'Infinity', [460], { code: 460 }].map(
			(code): [string, string] => [`${JSON.stringify(code)} as a code`, text(code)],
		),
	];
}

/** What an event may say, apart from how its bytes look. */
export function semanticCases({ url, secrets: [secret = ''] }: Receiver): Case[] {
	const call = (body: string) => signedRequest(url, body, secret);
	const again = event({}, SHIPPED);
	const repeated = Array.from({ length: 5 }, (_, index): Case => {
		const { body, row } = again;
		const name = `the same bytes five times at once, ${index + 1}`;
		return { name, bytes: signedRequest(url, body, secret), status: 200, rows: index ? [] : [row] };
	});
	const id = nextOrder();
	const sameOrder = [590, 460, 600, 110].map((code) => {
		const names: Record<number, string> = {
			110: 'order.created',
			460: SHIPPED.event,
			590: 'order.canceled',
			600: 'order.status_changed',
		};
		const told = { code, event: names[code] ?? 'unknown' };
		const sent = event({ order_id: id }, told);
		return signed(url, sent, secret, `one order, out of turn: ${code}`);
	});
	return [
		...Object.entries(FIELDS).map(([name, fields]) => signed(url, event(fields), secret, name)),
		...shapes().map(([name, body, row]): Case => ({
			name,
			bytes: call(body),
			status: row ? 200 : 400,
			rows: row && [row],
		})),
		...repeated,
		...sameOrder,
	];
}
