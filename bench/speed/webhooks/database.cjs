/**
 * Looks into n8n's database, or fills the memory of a trigger in it, beside the n8n that uses it. Prints rows as
 * JSON, one a line.
 *
 * Plain JavaScript because n8n's Node runs it, which carries SQLite.
 * Usage: database.cjs <file> executions <workflow id>
 *        database.cjs <file> memory <workflow id>, with the static data as JSON on its input
 */
'use strict';

const { readFileSync } = require('node:fs');
const { DatabaseSync } = require('node:sqlite');

const executions = `SELECT e.status, e.stoppedAt, d.data FROM execution_entity e
	JOIN execution_data d ON d.executionId = e.id WHERE e.workflowId = ?`;
const memory = 'UPDATE workflow_entity SET staticData = ? WHERE id = ?';

const [, , file, what, workflowId] = process.argv;
const database = new DatabaseSync(file, { timeout: 10_000 });
if (what === 'memory') {
	database.prepare(memory).run(readFileSync(0, 'utf8'), workflowId);
} else {
	for (const row of database.prepare(executions).iterate(workflowId)) {
		process.stdout.write(`${JSON.stringify(row)}\n`);
	}
}
