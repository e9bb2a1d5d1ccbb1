import type { FailureFacts } from '../../nodes/shared/failure';
import { forgetLogins, logIn, type LoginKey, type LoginRefused } from '../../nodes/shared/login';
import { refusedLater } from './refused';

const MINUTE = 60_000;
const key = (more: Partial<LoginKey> = {}): LoginKey => ({
	host: 'https://shop.example',
	user: 'me',
	password: 'secret',
	heldToken: '',
	...more,
});

const facts: FailureFacts = {
	title: 'Wrong password',
	words: 'no',
	outcome: 'notSent',
	status: 401,
};
const wrongPassword: LoginRefused = { facts, wrongPassword: true };
const otherRefusal: LoginRefused = { facts: { ...facts, title: 'Closed' }, wrongPassword: false };

/** A service that hands out one token after the other, or refuses; answers when it is let. */
function service(answer: (count: number) => { token: string } | LoginRefused) {
	let open = () => {};
	const gate = new Promise<void>((resolve) => (open = resolve));
	const seen = { logins: 0, atOnce: 0, most: 0 };
	const ask = async () => {
		const count = ++seen.logins;
		seen.most = Math.max(seen.most, ++seen.atOnce);
		await gate;
		seen.atOnce--;
		return answer(count);
	};
	return { seen, ask, open };
}

const issuing = () => {
	const shop = service((count) => ({ token: `t${count}` }));
	shop.open();
	return shop;
};

let time = 0;
const now = () => time;

beforeEach(() => {
	forgetLogins();
	time = 1_000_000;
});

describe('one login for all who ask', () => {
	it('20 callers in parallel make one login and share its token', async () => {
		const { ask, seen, open } = service((count) => ({ token: `t${count}` }));
		const callers = Array.from({ length: 20 }, async () => await logIn(key(), ask, now));
		open();
		expect(await Promise.all(callers)).toEqual(Array.from({ length: 20 }, () => 't1'));
		expect(seen.logins).toBe(1);
	});

	it('20 whose token was refused make one login', async () => {
		const { ask, seen, open } = service((count) => ({ token: `t${count}` }));
		const held = key({ heldToken: 'old' });
		const callers = Array.from({ length: 20 }, async () => await logIn(held, ask, now));
		open();
		expect(new Set(await Promise.all(callers))).toEqual(new Set(['t1']));
		expect(seen.logins).toBe(1);
	});

	it('one that comes late with the older token gets the newer one', async () => {
		const { ask, seen } = issuing();
		await logIn(key({ heldToken: 'old' }), ask, now);
		time += MINUTE;
		expect(await logIn(key({ heldToken: 'old' }), ask, now)).toBe('t1');
		expect(seen.logins).toBe(1);
	});

	it('but not one that is likely to have ended', async () => {
		const { ask, seen } = issuing();
		await logIn(key({ heldToken: 'old' }), ask, now);
		time += 60 * MINUTE;
		expect(await logIn(key({ heldToken: 'old' }), ask, now)).toBe('t2');
		expect(seen.logins).toBe(2);
	});

	it('one whose token another process fetched, after ours, gets a new one', async () => {
		const { ask } = issuing();
		await logIn(key(), ask, now);
		const callers = Array.from(
			{ length: 10 },
			async () => await logIn(key({ heldToken: 'theirs' }), ask, now),
		);
		expect([...new Set(await Promise.all(callers))]).toEqual(['t2']);
		expect(await logIn(key({ heldToken: 'theirs' }), ask, now)).toBe('t2');
	});

	it('one whose present token was refused gets a new one', async () => {
		const { ask } = issuing();
		await logIn(key(), ask, now);
		expect(await logIn(key({ heldToken: 't1' }), ask, now)).toBe('t2');
	});

	it('one that has none shares the last only while it may not be stored yet', async () => {
		const { ask } = issuing();
		await logIn(key(), ask, now);
		time += 29_000;
		expect(await logIn(key(), ask, now)).toBe('t1');
		time += 2000;
		expect(await logIn(key(), ask, now)).toBe('t2');
	});

	it.each<[string, Partial<LoginKey>]>([
		['host', { host: 'https://other.example' }],
		['user', { user: 'you' }],
		['password', { password: 'other' }],
	])('another %s is another login', async (_, other) => {
		const { ask, seen } = issuing();
		await logIn(key(), ask, now);
		expect(await logIn(key(other), ask, now)).toBe('t2');
		expect(seen.logins).toBe(2);
	});

	it('user and password are not mixed up', async () => {
		const { ask } = issuing();
		await logIn(key({ user: 'a', password: 'b","c' }), ask, now);
		expect(await logIn(key({ user: 'a","b', password: 'c' }), ask, now)).toBe('t2');
	});
});

describe('a login refused for its password', () => {
	it('is asked once, whoever asks: 20 in parallel and 20 after', async () => {
		const { ask, seen, open } = service(() => wrongPassword);
		const together = Array.from(
			{ length: 20 },
			async () => await refusedLater(logIn(key(), ask, now)),
		);
		open();
		for (const { title } of await Promise.all(together)) expect(title).toBe('Wrong password');
		for (let count = 0; count < 20; count++) {
			const told = await refusedLater(logIn(key(), ask, now));
			expect(told.title).toBe('Wrong password');
			expect(told.advice).toContain('not tried again for ten minutes');
		}
		expect(seen.logins).toBe(1);
	});

	it('is tried again after ten minutes, and not before', async () => {
		const { ask, seen, open } = service((count) => (count > 1 ? { token: 't' } : wrongPassword));
		open();
		await refusedLater(logIn(key(), ask, now));
		time += 10 * MINUTE - 1;
		await refusedLater(logIn(key({ heldToken: 'x' }), ask, now));
		expect(seen.logins).toBe(1);
		time += 1;
		expect(await logIn(key(), ask, now)).toBe('t');
		await logIn(key({ heldToken: 't' }), ask, now);
		expect(seen.logins).toBe(3);
	});

	it('does not stand in the way of another password', async () => {
		const { ask, open } = service((count) => (count > 1 ? { token: 't' } : wrongPassword));
		open();
		await refusedLater(logIn(key(), ask, now));
		expect(await logIn(key({ password: 'right' }), ask, now)).toBe('t');
	});
});

describe('a login that failed for another reason', () => {
	it('is not remembered', async () => {
		const { ask, seen, open } = service((count) => (count > 1 ? { token: 't' } : otherRefusal));
		open();
		expect((await refusedLater(logIn(key(), ask, now))).title).toBe('Closed');
		expect(await logIn(key(), ask, now)).toBe('t');
		expect(seen.logins).toBe(2);
	});

	it('fails all who waited for it, and the next one asks anew', async () => {
		let count = 0;
		const ask = async () => {
			if (++count === 1) throw new Error('broken off');
			return { token: 't' };
		};
		const both = [logIn(key(), ask, now), logIn(key(), ask, now)];
		const settled = await Promise.allSettled(both);
		expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(await logIn(key(), ask, now)).toBe('t');
		expect(count).toBe(2);
	});
});

describe('no more than six logins a minute', () => {
	it('where every new token is refused', async () => {
		const { ask, seen } = issuing();
		let heldToken = '';
		for (let count = 0; count < 6; count++) heldToken = await logIn(key({ heldToken }), ask, now);
		const told = await refusedLater(logIn(key({ heldToken }), ask, now));
		expect(told.title).toBe('New tokens are refused as soon as they are issued');
		expect(seen.logins).toBe(6);
		time += MINUTE;
		expect(await logIn(key({ heldToken }), ask, now)).toBe('t7');
	});

	it('where the login fails, which is what is told', async () => {
		const { ask, seen, open } = service(() => otherRefusal);
		open();
		for (let count = 0; count < 10; count++) {
			expect((await refusedLater(logIn(key(), ask, now))).title).toBe('Closed');
		}
		expect(seen.logins).toBe(6);
	});
});
