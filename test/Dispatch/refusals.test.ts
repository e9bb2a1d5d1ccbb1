import { readFailure } from '../../nodes/Dispatch/refusals';

const read = (status: number, body: unknown) => readFailure({ status, headers: {}, body });
const error = (code: string, message: string) => ({ success: false, error: { code, message } });

it.each<[number, unknown]>([
	[200, { success: true }],
	[200, { data: [] }],
	[200, undefined],
	[204, undefined],
])('%i %j is a success', (status, body) => {
	expect(read(status, body)).toBeUndefined();
});

it.each<[string, number, unknown, kind: string | undefined, advice: RegExp]>([
	['documented', 404, error('NOT_FOUND', 'Integration not found'), 'notFound', /'guid'/],
	['documented', 400, error('CONFIGURATION_ERROR', 'Invalid credentials'), undefined, /Store URL/],
	[
		'documented',
		409,
		error('CONFLICT', 'Integration already configured'),
		'conflict',
		/Continue If/,
	],
	['for a workflow', 404, error('NOT_FOUND', 'Workflow not found'), 'notFound', /Get Many/],
	['for a trigger', 404, error('NOT_FOUND', 'Trigger not found'), 'notFound', /Choose 'Trigger'/],
	['for a provider', 404, error('NOT_FOUND', 'Provider not found'), 'notFound', /ask CargoPilot/],
	[
		'for an action',
		400,
		error('CONFIGURATION_ERROR', "The action needs 'url'"),
		undefined,
		/'Action Fields'/,
	],
	['for a token', 401, error('ANY', 'Invalid token'), undefined, /new token/],
	['for a plan', 403, error('ANY', 'No plan'), undefined, /plan/],
])('%s: %i %j', (_, status, body, kind, advice) => {
	const said = read(status, body);
	expect(said?.kind).toBe(kind);
	expect(said?.advice).toMatch(advice);
});

it('a configuration that is refused for something else is told in its own words', () => {
	const words = "Entity type 'Product' is not supported";
	expect(read(400, error('CONFIGURATION_ERROR', words))).toEqual({ words });
});

it('a conflict of another kind is not taken for an integration that is there', () => {
	expect(read(409, error('LOCKED', 'Try again'))).toEqual({ words: 'Try again' });
});

it.each<[number, unknown, words: string]>([
	[422, error('INVALID', 'Name is too long'), 'Name is too long'],
	[422, { success: false, error: { code: 'INVALID' } }, 'INVALID'],
	[500, { success: false, error: 'Down for today' }, 'Down for today'],
	[500, { message: 'Down for today' }, 'Down for today'],
	[200, error('INVALID', 'Name is too long'), 'Name is too long'],
	[200, { success: false }, 'success: false'],
])('%i %j says %j', (status, body, words) => {
	expect(read(status, body)?.words).toBe(words);
});

it.each([undefined, 'text', [], {}, { error: {} }])('%j says nothing of a 400', (body) => {
	expect(read(400, body)).toBeUndefined();
});
