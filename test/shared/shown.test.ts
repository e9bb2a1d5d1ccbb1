import { rows, text } from '../../nodes/shared/fields';
import type { Operation, Values } from '../../nodes/shared/operation';
import { toCall } from '../../nodes/shared/request';
import { isShown, shownFor } from '../../nodes/shared/shown';
import { refusedBy } from './refused';

const forFile = shownFor({ kind: ['file', 'image'] }, text('File Name', { required: true }));

const option = {
	kind: text('Kind'),
	fileName: forFile,
	choices: shownFor(
		{ kind: ['list'] },
		rows('Choices', { title: text('Title') }, { row: 'Choice', required: true }),
	),
};

const operation: Operation = {
	name: 'Update',
	action: 'Update thing',
	description: 'Update a thing',
	effect: 'set',
	method: 'POST',
	path: '/things',
	fields: { kind: text('Kind'), fileName: forFile },
	optional: { options: rows('Options', option, { row: 'Option' }) },
};

const body = (values: Values) => toCall(operation, values, { timezone: 'UTC' }).body;
const row = (given: Values) => body({ options: [given] });

it.each([
	[{ kind: 'file' }, true],
	[{ kind: 'image' }, true],
	[{ kind: 'text' }, false],
	[{}, false],
])('beside %j it is shown: %s', (values, shown) => {
	expect(isShown(forFile, values)).toBe(shown);
	expect(isShown(text('Always'), values)).toBe(true);
});

it('asks for a required field only where it is shown', () => {
	expect(body({ kind: 'text' })).toEqual({ kind: 'text' });
	expect(refusedBy(() => body({ kind: 'file' })).title).toBe("'File Name' is empty");
});

it('does the same in rows', () => {
	expect(row({ kind: 'text' })).toEqual({ options: [{ kind: 'text' }] });
	expect(refusedBy(() => row({ kind: 'file' })).title).toBe(
		"'File Name' is empty in a row of 'Options'",
	);
	expect(refusedBy(() => row({ kind: 'list', choices: {} })).title).toBe(
		"'Choices' is empty in a row of 'Options'",
	);
});

it('sends of a row what is shown beside its other values', () => {
	const all = { fileName: 'a.png', choices: { values: [{ title: 'A' }] } };
	expect(row({ kind: 'file', ...all })).toEqual({ options: [{ kind: 'file', fileName: 'a.png' }] });
	expect(row({ kind: 'list', ...all })).toEqual({
		options: [{ kind: 'list', choices: [{ title: 'A' }] }],
	});
	expect(row({ kind: 'text', ...all })).toEqual({ options: [{ kind: 'text' }] });
});
