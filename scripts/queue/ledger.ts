import { parse } from 'flatted';
import { isRecord } from '../../nodes/shared/call';
import type { Postgres } from '../services/postgres';

/** What n8n's database says of an execution. */
export interface Entry {
	id: string;
	workflowId: string;
	status: string;
	retryOf: string | null;
	/** The delivery that started it. */
	delivery: string | null;
	/** The words of its failure. */
	error: string | null;
}

/**
 * n8n forgets what started an execution whose worker died: it stores the failure in place of the data. So
 * the database itself notes the delivery when the execution is created: the last of the data's two long hexadecimal
 * texts, since the first is n8n's own.
 */
const NOTE_DELIVERIES = `
	CREATE TABLE noted_delivery (execution integer PRIMARY KEY, delivery text);
	CREATE FUNCTION note_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
	BEGIN
		INSERT INTO noted_delivery
		VALUES (NEW."executionId", substring(NEW.data FROM '.*"([0-9a-f]{64})"')) ON CONFLICT DO NOTHING;
		RETURN NEW;
	END $$;
	CREATE TRIGGER note_delivery AFTER INSERT ON execution_data
		FOR EACH ROW EXECUTE FUNCTION note_delivery();
`;

const ENTRIES = `
	SELECT e.id, e."workflowId", e.status, e."retryOf", n.delivery,
		CASE WHEN e.status IN ('error', 'crashed') THEN d.data END AS data
	FROM execution_entity e
	LEFT JOIN noted_delivery n ON n.execution = e.id
	LEFT JOIN execution_data d ON d."executionId" = e.id
	ORDER BY e.id
`;

export async function noteDeliveries({ query }: Postgres): Promise<void> {
	await query(NOTE_DELIVERIES);
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** n8n keeps run data 'flatted', since it may refer to itself. */
function errorIn(data: unknown): string | null {
	if (typeof data !== 'string') return null;
	const stored: unknown = parse(data);
	const result = isRecord(stored) ? stored.resultData : undefined;
	const error = isRecord(result) ? result.error : undefined;
	return isRecord(error) ? textOrNull(error.message) : null;
}

export async function entries({ query }: Postgres): Promise<Entry[]> {
	const rows = await query(ENTRIES);
	return rows.map((row) => ({
		id: String(row.id),
		workflowId: String(row.workflowId),
		status: String(row.status),
		retryOf: textOrNull(row.retryOf),
		delivery: textOrNull(row.delivery),
		error: errorIn(row.data),
	}));
}

/** How many executions have not ended, by the database. */
export async function underWay({ query }: Postgres): Promise<number> {
	const [row] = await query(
		`SELECT count(*) AS count FROM execution_entity WHERE status IN ('new', 'running', 'waiting')`,
	);
	return Number(row?.count);
}

/** Whether it ended in a way that a person sees as a failure. */
export const isFailed = ({ status }: Entry): boolean =>
	['error', 'crashed', 'canceled'].includes(status);
