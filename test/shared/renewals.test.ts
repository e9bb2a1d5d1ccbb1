import { renewalsOf } from '../../nodes/shared/renewals';

describe('a 403 that a new token did not mend', () => {
	it('is not worth a login for a minute, and then it is again, however many came meanwhile', () => {
		let now = 0;
		const renewals = renewalsOf('account', () => now);
		const answer = () => renewals.note(403, renewals.statuses());
		expect(renewals.statuses()).toEqual([401, 403]);
		answer();
		expect(renewals.statuses()).toEqual([401]);
		for (now = 10_000; now < 60_000; now += 10_000) answer();
		expect(renewals.statuses()).toEqual([401, 403]);
	});

	it('says nothing about another account', () => {
		expect(renewalsOf('other', () => 0).statuses()).toEqual([401, 403]);
	});
});
