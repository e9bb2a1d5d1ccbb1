/**
 * Looks into a running n8n from outside: its database, and through the inspector its memory. Run by n8n's own
 * Node, which has SQLite and WebSocket built in. Answers one message after another.
 */
import { DatabaseSync } from 'node:sqlite';

const [, , databaseFile, inspectorPort] = process.argv;

function database() {
	const db = new DatabaseSync(databaseFile, { readOnly: true });
	try {
		const all = (sql) => db.prepare(sql).all();
		return {
			staticData: all(
				'SELECT name, coalesce(length(staticData), 0) AS bytes FROM workflow_entity ORDER BY name',
			),
			processed: all(
				`SELECT w.name, length(p.value) AS bytes, json_array_length(p.value, '$.data') AS entries
				 FROM processed_data p JOIN workflow_entity w ON w.id = p.workflowId`,
			),
			executions: all(
				'SELECT count(*) AS rows, coalesce(max(id), 0) AS last FROM execution_entity',
			)[0],
			bad: all(
				`SELECT e.id, w.name, e.status FROM execution_entity e JOIN workflow_entity w ON w.id = e.workflowId
				 WHERE e.status IN ('error', 'crashed', 'canceled', 'unknown')`,
			),
			statistics: all(
				`SELECT w.name, s.name AS kind, s.count FROM workflow_statistics s
				 JOIN workflow_entity w ON w.id = s.workflowId`,
			),
		};
	} finally {
		db.close();
	}
}

let socket;
let lastId = 0;
const waiting = new Map();

async function connect() {
	const answer = await fetch(`http://127.0.0.1:${inspectorPort}/json/list`);
	const [{ webSocketDebuggerUrl }] = await answer.json();
	socket = new WebSocket(webSocketDebuggerUrl);
	socket.onmessage = ({ data }) => {
		const { id, result, error } = JSON.parse(data);
		waiting.get(id)?.(error ? { error } : result);
		waiting.delete(id);
	};
	await new Promise((resolve, reject) => {
		socket.onopen = resolve;
		socket.onerror = () => reject(new Error('The inspector does not let us in'));
	});
}

async function inspector(method, params = {}) {
	if (!socket) await connect();
	const id = ++lastId;
	const result = await new Promise((resolve) => {
		waiting.set(id, resolve);
		socket.send(JSON.stringify({ id, method, params }));
	});
	if (result.error) throw new Error(`${method}: ${result.error.message}`);
	return result;
}

/** What is in use after a full collection. */
async function liveHeap() {
	await inspector('HeapProfiler.collectGarbage');
	const { usedSize } = await inspector('Runtime.getHeapUsage');
	return usedSize;
}

async function properties(objectId) {
	return await inspector('Runtime.getProperties', { objectId, ownProperties: true });
}

/** A variable of a module that it does not export, found in the scope of a function that it does. */
async function variableOf({ file, seenBy, name }) {
	const path = JSON.stringify(file);
	const expression = `process.mainModule.constructor._cache[${path}]?.exports[${JSON.stringify(seenBy)}]`;
	const { result } = await inspector('Runtime.evaluate', { expression });
	if (!result.objectId) return undefined;
	const { internalProperties } = await properties(result.objectId);
	const scopes = internalProperties.find((one) => one.name === '[[Scopes]]').value.objectId;
	for (const scope of (await properties(scopes)).result) {
		if (!scope.value?.objectId) continue;
		const found = (await properties(scope.value.objectId)).result.find((one) => one.name === name);
		if (found) return found.value.objectId;
	}
	throw new Error(`${file} has no '${name}'`);
}

/** Applies a function, given as text, to each variable; nothing for a module that was not loaded. */
async function measure({ variables }) {
	const found = [];
	for (const { count, ...variable } of variables) {
		const objectId = await variableOf(variable);
		if (objectId === undefined) {
			found.push(null);
			continue;
		}
		const { result } = await inspector('Runtime.callFunctionOn', {
			objectId,
			functionDeclaration: `function () { return (${count})(this); }`,
			returnByValue: true,
		});
		found.push(result.value);
	}
	return found;
}

const tasks = { database, liveHeap, measure };

process.on('message', async ({ id, task, ...wanted }) => {
	try {
		process.send({ id, result: (await tasks[task](wanted)) ?? null });
	} catch (error) {
		process.send({ id, error: error.message });
	}
});
process.on('disconnect', () => process.exit(0));
