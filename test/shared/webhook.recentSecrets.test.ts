import { checkSecrets } from '../../nodes/shared/webhook/recentSecrets';

let receivers = 0;

/** A webhook node whose credential holds `secrets`; counts how often it is read. */
function receiver(secrets: string[], mode: 'webhook' | 'manual' = 'webhook') {
	const id = `node ${++receivers}`;
	const credentials = { shopApi: { id: '1', name: 'Shop' } };
	const node = { id, name: 'Shop Trigger', type: 'shop', typeVersion: 1, parameters: {} };
	const state = { secrets, reads: 0, credentials };
	const context = {
		getMode: () => mode,
		getNode: () => ({
			...node,
			position: [0, 0] as [number, number],
			credentials: state.credentials,
		}),
		getWorkflow: () => ({ id: 'workflow', active: true }),
	};
	const call = async (given: string) =>
		await checkSecrets(context, {
			credential: 'shopApi',
			read: async () => {
				state.reads++;
				return await Promise.resolve(state.secrets);
			},
			check: (known) => (known.includes(given) ? 'valid' : 'mismatch'),
			isGood: (verdict) => verdict === 'valid',
		});
	return { state, call };
}

describe('the secrets of a webhook', () => {
	beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
	afterEach(() => jest.useRealTimers());

	it('are read once for calls that come within 10 seconds', async () => {
		const { state, call } = receiver(['a']);
		expect(await call('a')).toBe('valid');
		jest.advanceTimersByTime(9_999);
		expect(await call('a')).toBe('valid');
		expect(state.reads).toBe(1);
	});

	it('are read once for calls that come together', async () => {
		const { state, call } = receiver(['a']);
		expect(await Promise.all([call('a'), call('a'), call('a')])).toEqual(Array(3).fill('valid'));
		expect(state.reads).toBe(1);
	});

	it('are read again before a call is refused, so that a new one counts at once', async () => {
		const { state, call } = receiver(['a']);
		await call('a');
		state.secrets = ['b'];
		expect(await call('b')).toBe('valid');
		expect(await call('a')).toBe('mismatch');
	});

	it('that were replaced count no longer than 10 seconds', async () => {
		const { state, call } = receiver(['a']);
		await call('a');
		state.secrets = ['b'];
		jest.advanceTimersByTime(10_000);
		expect(await call('a')).toBe('mismatch');
	});

	it('of another credential, chosen since, are read at once', async () => {
		const { state, call } = receiver(['a']);
		await call('a');
		Object.assign(state, { secrets: ['b'], credentials: { shopApi: { id: '2', name: 'Other' } } });
		expect(await call('a')).toBe('mismatch');
	});

	it('of another node are none of this one', async () => {
		await receiver(['a']).call('a');
		expect(await receiver(['b']).call('a')).toBe('mismatch');
	});

	it('that could not be read refuse the call, and only that', async () => {
		const { state, call } = receiver([]);
		expect(await call('a')).toBe('mismatch');
		state.secrets = ['a'];
		expect(await call('a')).toBe('valid');
	});

	it('are read for each call of a test', async () => {
		const { state, call } = receiver(['a'], 'manual');
		await call('a');
		await call('a');
		expect(state.reads).toBe(2);
	});
});
