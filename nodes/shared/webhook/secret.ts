import { createHash, timingSafeEqual } from 'node:crypto';
import type { INodeCredentialTestResult } from 'n8n-workflow';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares a secret that came with a call to the right one, in a time that tells nothing of either. */
export function isSecret(given: unknown, secret: string): boolean {
	// An empty secret would let everyone in.
	if (typeof given !== 'string' || secret === '') return false;
	return timingSafeEqual(digest(given), digest(secret));
}

const LONG_ENOUGH = 16;

/** What can be said of a secret's form, where no service can be asked whether it is the right one. */
export function testForm(secret: string, label: string, more?: string): INodeCredentialTestResult {
	if (secret === '') return { status: 'Error', message: `${label} is empty` };
	const short =
		secret.length < LONG_ENOUGH
			? `It is short; ${LONG_ENOUGH} characters or more are better.`
			: undefined;
	const message = ['The form is right.', short, more].filter(Boolean).join(' ');
	return { status: 'OK', message };
}
