import type { IDataObject } from 'n8n-workflow';
import { elryan } from '../../nodes/Elryan/marketplace';
import { WATCHES } from '../../nodes/Elryan/watches';
import { connect, type CallContext } from '../../nodes/shared/connection';
import type { Cursor } from '../../nodes/shared/polling/cursor';
import { scan } from '../../nodes/shared/polling/scan';

interface Question {
	start: number;
	length: number;
	url: string;
	search: IDataObject;
}

interface Service {
	/** The whole list, as it is at the time of a request. */
	rows(): IDataObject[];
	/** The marketplace's clock, where its answers tell it. */
	now?(): number;
	/** Words with which it refuses a question. */
	refuses?(question: Question): string | undefined;
	cursor: Cursor;
	event?: keyof typeof WATCHES;
}

/** A watch of a list that a test makes up, 100 records a page, and its polls. */
export async function openList({ rows, now, refuses, event = 'orderUpdated', ...more }: Service) {
	const asked: Question[] = [];
	const context = {
		getCredentials: async () => ({ environment: 'custom', baseUrl: 'https://elryan.example/api' }),
		getNode: () => ({ name: 'Trigger', credentials: {} }),
		getTimezone: () => 'UTC',
		helpers: {
			httpRequestWithAuthentication: async (
				_type: string,
				{ url, body }: { url: string; body: string },
			) => {
				const given = JSON.parse(body) as Partial<Question>;
				const question = { start: 0, length: 100, search: {}, ...given, url };
				asked.push(question);
				const words = refuses?.(question);
				if (words !== undefined) {
					const answer = JSON.stringify({ error_code: 400, message: words });
					return { statusCode: 400, headers: {}, body: answer };
				}
				const { start, length } = question;
				const data = rows().slice(start, start + Math.min(length, 100));
				const headers = now ? { date: new Date(now()).toUTCString() } : {};
				return { statusCode: 200, headers, body: JSON.stringify({ error_code: 0, data }) };
			},
		},
	};
	const connection = await connect(context as unknown as CallContext, elryan);
	let { cursor } = more;
	const put: string[] = [];
	return {
		asked,
		/** The names of all that came out. */
		put,
		cursor: () => cursor,
		/** One poll; the number of what it put out. */
		async poll() {
			const done = await scan(connection, WATCHES[event], cursor, 40_000);
			// As n8n stores it.
			cursor = JSON.parse(JSON.stringify(done.cursor)) as Cursor;
			put.push(...done.put.map(({ name }) => name));
			return done.put.length;
		},
	};
}
