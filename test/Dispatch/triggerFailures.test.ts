import type { IDataObject } from 'n8n-workflow';
import { activate, addressOf, dispatch, receiver, registered, writes } from './triggerHost';

describe('a registration that fails', () => {
	it('says why, and leaves nothing behind', async () => {
		dispatch.settings.webhookUrlField = 'targetUrl';
		const node = receiver();
		await expect(activate(node)).rejects.toThrow(
			/The action needs 'targetUrl'\. .*set 'Address Field' in the options/,
		);
		expect(registered()).toEqual([]);
		await activate(receiver({ options: { addressField: 'targetUrl' } }));
		expect(registered()).toHaveLength(1);
	});

	it('sends further fields of the action where Dispatch asks for them', async () => {
		await activate(receiver({ options: { actionFields: '{"method":"POST"}' } }));
		expect(registered()[0].action).toMatchObject({ type: 'webhook', method: 'POST' });
	});

	it('is looked up where the answer got lost, and not made twice', async () => {
		dispatch.faults.add({ kind: 'reset', when: 'after', match: { action: 'workflow.configure' } });
		await activate(receiver());
		expect(registered()).toHaveLength(1);
		expect(writes()).toBe(1);
	});

	it('leaves nothing where it did not get there', async () => {
		dispatch.faults.add({ kind: 'reset', match: { action: 'workflow.configure' } });
		await expect(activate(receiver())).rejects.toThrow(/not known whether/);
		expect(registered()).toEqual([]);
	});

	it('says that no event is chosen', async () => {
		await expect(activate(receiver({ triggerId: '' }))).rejects.toThrow("'Trigger' is empty");
	});

	it('does not show the secret where Dispatch repeats the address', async () => {
		const node = receiver();
		await activate(node);
		const address = addressOf().href;
		await node.hook('delete');
		const message = `Not reachable: ${address}`;
		dispatch.faults.add({
			kind: 'status',
			status: 400,
			body: JSON.stringify({ success: false, error: { code: 'CONFIGURATION_ERROR', message } }),
			match: { action: 'workflow.configure' },
		});
		const error: unknown = await activate(node).catch((thrown: unknown) => thrown);
		expect(JSON.stringify(error)).toContain('[Secret]');
		expect(JSON.stringify(error)).not.toMatch(/[0-9a-f]{64}/);
	});

	it('keeps what another removed at the same moment for removed', async () => {
		const node = receiver();
		await activate(node);
		registered()[0].isActive = false;
		const gone = { success: false, error: { code: 'NOT_FOUND', message: 'Workflow not found' } };
		dispatch.faults.add({
			kind: 'status',
			status: 404,
			body: JSON.stringify(gone),
			match: { action: 'workflow.delete' },
		});
		expect(await node.hook('checkExists')).toBe(false);
	});

	it.each<[string, IDataObject[], RegExp]>([
		[
			'one field twice',
			[
				{ field: 'a', value: '1' },
				{ field: 'a', value: '2' },
			],
			/'a' is given twice/,
		],
		['no field', [{ field: ' ', value: '1' }], /'Field' is empty/],
		['no value', [{ field: 'a', value: '' }], /'Value' is empty/],
	])('refuses conditions with %s', async (_, values, words) => {
		await expect(activate(receiver({ conditions: { values } }))).rejects.toThrow(words);
		expect(registered()).toEqual([]);
	});

	it('says that the token is refused', async () => {
		await expect(activate(receiver({}, 'wrong'))).rejects.toThrow('Dispatch refused access');
	});
});
