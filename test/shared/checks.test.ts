import { given } from '../../nodes/shared/checks';

const idAndName = given({ id: 'ID', name: 'Name' }, 'Please pass proper data!');

it.each([
	[{ id: '1', name: 'A' }, undefined],
	[{ id: 0, name: false }, undefined],
	[{ name: 'A' }, ['Please pass proper data!', "'ID' is empty"]],
	[{ id: '1' }, ['Please pass proper data!', "'Name' is empty"]],
	[{}, ['Please pass proper data!', "'ID' is empty"]],
])('of %j it says %j', (values, said) => {
	expect(idAndName(values)).toEqual(said);
});
