import { isSecret, testForm } from '../../nodes/shared/webhook/secret';

describe('a secret in a call', () => {
	it('is the right one, and no other', () => {
		expect(isSecret('s3cret', 's3cret')).toBe(true);
		expect(isSecret('s3cret ', 's3cret')).toBe(false);
		expect(isSecret('S3cret', 's3cret')).toBe(false);
	});

	it.each([undefined, '', ['s3cret'], { a: 's3cret' }, 0])('%j is none', (given) => {
		expect(isSecret(given, 's3cret')).toBe(false);
	});

	it('that is empty lets nobody in', () => {
		expect(isSecret('', '')).toBe(false);
	});
});

describe('the form of a secret', () => {
	it('is told', () => {
		expect(testForm('', 'The secret')).toEqual({ status: 'Error', message: 'The secret is empty' });
		expect(testForm('a'.repeat(15), 'The secret').message).toMatch(/short/);
		expect(testForm('a'.repeat(16), 'The secret', 'More.')).toEqual({
			status: 'OK',
			message: 'The form is right. More.',
		});
	});
});
