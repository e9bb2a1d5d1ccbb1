import { freePort } from '../../scripts/lib/ports';

const used = new Set<number>();

/**
 * A port that no cell has had before. The engine keeps what it learned of an account by its host and port,
 * and a cell must not begin with what an earlier one taught it.
 */
export async function unusedPort(): Promise<number> {
	const port = await freePort();
	if (used.has(port)) return await unusedPort();
	used.add(port);
	return port;
}
