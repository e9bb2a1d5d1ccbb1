import type { IHttpRequestHelper } from 'n8n-workflow';
import { logInToElryan } from '../../nodes/Elryan/login';
import { forgetLogins } from '../../nodes/shared/login';
import { refusedLater } from '../shared/refused';

const PASSWORD = 'hunter2';

/** An Elryan that gives one answer to every login; keeps what it was asked. */
function service(statusCode: number, body: unknown) {
	const asked: Array<{ url: string; body: string }> = [];
	const httpRequest = async (options: { url: string; body: string }) => {
		asked.push(options);
		return { statusCode, headers: {}, body: JSON.stringify(body) };
	};
	const helper = { helpers: { httpRequest } } as unknown as IHttpRequestHelper;
	const logIn = async (more: Partial<Parameters<typeof logInToElryan>[1]> = {}) =>
		await logInToElryan(helper, {
			baseUrl: 'https://elryan.example/api/',
			loginPath: '/users/token',
			email: 'merchant@elryan.example',
			password: PASSWORD,
			heldToken: '',
			allowUnauthorizedCerts: false,
			...more,
		});
	return { asked, logIn };
}

beforeEach(() => forgetLogins());

it('trades email and password for the token alone, at the path that is set', async () => {
	const data = { APIToken: 'token-1', password: PASSWORD, mailAddress: 'merchant@elryan.example' };
	const { asked, logIn } = service(200, { data, error_code: 0 });
	expect(await logIn({ loginPath: ' /users/login ' })).toBe('token-1');
	expect(asked).toHaveLength(1);
	expect(asked[0].url).toBe('https://elryan.example/api/users/login');
	expect(JSON.parse(asked[0].body)).toEqual({
		email: 'merchant@elryan.example',
		password: PASSWORD,
	});
});

describe('the password is never told', () => {
	it.each<[string, number, unknown]>([
		['repeated in the words', 401, { error_code: 401, message: `Wrong password: ${PASSWORD}` }],
		['repeated in words of another kind', 500, { error_code: 1, message: `${PASSWORD}?` }],
		['in an answer without a token', 200, { data: { password: PASSWORD }, error_code: 0 }],
		['in a failure without words', 200, { data: { password: PASSWORD }, error_code: 7 }],
		['in a failure with a token', 400, { data: { APIToken: 'x', password: PASSWORD } }],
	])('%s', async (_, status, body) => {
		const { logIn } = service(status, body);
		const error: unknown = await logIn().catch((thrown: unknown) => thrown);
		const facts = await refusedLater(Promise.reject(error));
		expect(JSON.stringify([facts, String(error), error])).not.toContain(PASSWORD);
	});
});

describe('a refusal', () => {
	const wrong = { error_code: 401, message: 'Invalid email or password.' };

	it('of the password is told in plain words, and not asked for again', async () => {
		const { asked, logIn } = service(401, wrong);
		const facts = await refusedLater(logIn());
		expect(facts).toMatchObject({
			title: 'Elryan does not accept this email and password',
			words: 'Invalid email or password.',
		});
		await refusedLater(logIn());
		expect(asked).toHaveLength(1);
	});

	it('is known for what it is though the password is one of its words', async () => {
		const { asked, logIn } = service(401, { error_code: 401, message: 'Bad password' });
		for (let turn = 0; turn < 2; turn++) {
			const { title, words } = await refusedLater(logIn({ password: 'password' }));
			expect(title).toBe('Elryan does not accept this email and password');
			expect(words).toBe('Bad …');
		}
		expect(asked).toHaveLength(1);
	});

	it('keeps its words where the password is empty', async () => {
		const { words } = await refusedLater(service(401, wrong).logIn({ password: '' }));
		expect(words).toBe('Invalid email or password.');
	});

	it.each<[number, unknown, string]>([
		[404, { message: 'Not Found' }, 'Elryan has no login at this path'],
		[404, 'nothing here', 'Elryan has no login at this path'],
		[200, { data: {}, error_code: 0 }, 'Elryan refused the login'],
		[503, { message: 'Down' }, 'Elryan refused the login'],
	])('with status %i and %j: %s', async (status, body, title) => {
		expect((await refusedLater(service(status, body).logIn())).title).toBe(title);
	});
});

it.each(['users/token', '//users/token', '/../token', '/users?x=1', 'https://evil.example/'])(
	'the login path %s is refused before any request',
	async (loginPath) => {
		const { asked, logIn } = service(200, {});
		expect((await refusedLater(logIn({ loginPath }))).title).toContain("'Login Path'");
		expect(asked).toEqual([]);
	},
);
