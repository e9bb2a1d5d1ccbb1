import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { refusal } from '../../nodes/shared/failure';
import { whileRegistering, whileRemoving } from '../../nodes/shared/webhook/hooks';

const node = { id: '1', name: 'N', type: 't', typeVersion: 1, position: [0, 0], parameters: {} };
const refused = async () => await Promise.reject(refusal('It is refused', 'Try something else'));
const words = 'It is refused. Try something else.';

/** As n8n hands it to the hooks of one registration. */
function openContext() {
	const data: IDataObject = {};
	const warned: string[] = [];
	const context = {
		getNode: () => node,
		getWorkflowStaticData: () => data,
		logger: { warn: (text: string) => void warned.push(text) },
	} as unknown as IHookFunctions;
	return { context, data, warned };
}

it('all words stand in the title, which is all that n8n shows', async () => {
	const { context } = openContext();
	await expect(whileRegistering(context, refused)).rejects.toMatchObject({ message: words });
	const { context: other } = openContext();
	await expect(whileRemoving(other, refused)).rejects.toMatchObject({ message: words });
});

it('the removal after a registration that failed does not fail too', async () => {
	const { context, data, warned } = openContext();
	await expect(whileRegistering(context, refused)).rejects.toThrow(words);
	await whileRemoving(context, refused);
	expect(warned).toEqual([words]);
	expect(data).toEqual({});
});

it('the next one tells again', async () => {
	const { context } = openContext();
	await expect(whileRegistering(context, refused)).rejects.toThrow(words);
	await whileRemoving(context, refused);
	await expect(whileRemoving(context, refused)).rejects.toThrow(words);
	await expect(whileRegistering(context, refused)).rejects.toThrow(words);
	expect(await whileRegistering(context, async () => await Promise.resolve(true))).toBe(true);
	await expect(whileRemoving(context, refused)).rejects.toThrow(words);
});
