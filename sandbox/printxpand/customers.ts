import { isObject, textField } from '../shared/json';
import { isEmpty } from './php';
import { done, idOf, refused, type Context, type Operation, type Outcome } from './result';
import { REFUSALS } from './words';

function upsert({ store, settings }: Context, record: unknown): Outcome {
	const fields = isObject(record) ? record : {};
	const id = idOf(fields.id);
	if (id === undefined || isEmpty(id)) return refused(404, REFUSALS.customerId);
	const known = store.customers.get(String(id));
	const first_name = textField(fields, 'first_name') ?? known?.first_name ?? '';
	const last_name = textField(fields, 'last_name') ?? known?.last_name ?? '';
	if (known) {
		// "The 'first name' and 'last name' will only be updated."
		Object.assign(known, { first_name, last_name });
		return done(id, 'updated');
	}
	const email = textField(fields, 'email') ?? '';
	if (email === '' && settings.emailRequired) return refused(400, REFUSALS.noEmail, id);
	if (store.emails.has(email.toLowerCase())) return refused(400, REFUSALS.emailTaken, id);
	if (email !== '') store.emails.add(email.toLowerCase());
	store.customers.set(String(id), { id: String(id), first_name, last_name, email });
	return done(id, 'created');
}

export const upsertCustomers: Operation = (context, records) =>
	records.map((record) => upsert(context, record));
