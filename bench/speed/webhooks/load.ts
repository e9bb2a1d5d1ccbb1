import autocannon from 'autocannon';
import type { Letter } from './events';

/** What became of one call. */
export interface Answer {
	letter: Letter;
	status: number;
	milliseconds: number;
}

/** An n8n with hundreds of calls waiting answers the last one late. */
const PATIENCE_SECONDS = 120;

/** Whole seconds, autocannon's default, would be added to every run. */
const LOOK_EVERY_MS = 50;

const headersOf = ({ signature }: Letter) => ({
	'content-type': 'application/json',
	'x-integrationhub-signature': signature,
});

/** Sends every letter once over so many connections, each with one call under way at a time. */
export async function send(
	url: string,
	letters: readonly Letter[],
	connections: number,
): Promise<Answer[]> {
	const answers: Answer[] = [];
	let opened = 0;
	const { errors, timeouts } = await autocannon({
		url,
		method: 'POST',
		connections,
		amount: letters.length,
		timeout: PATIENCE_SECONDS,
		sampleInt: LOOK_EVERY_MS,
		setupClient(client) {
			const first = opened++;
			const share = letters.filter((_, index) => index % connections === first);
			const put = ([letter]: Letter[]) => {
				if (letter) client.setHeadersAndBody(headersOf(letter), letter.body);
			};
			put(share);
			client.on('response', (status, _bytes, milliseconds) => {
				const letter = share.shift();
				if (letter) answers.push({ letter, status, milliseconds });
				put(share);
			});
		},
	});
	if (errors + timeouts > 0) throw new Error(`${errors} calls failed, ${timeouts} had no answer`);
	return answers;
}
