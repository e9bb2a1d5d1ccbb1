/**
 * Runs n8n so that it cannot outlive the command that started it: when the channel to that command
 * closes, however the command ended, n8n and its own children end too. They share a process group.
 *
 * Plain JavaScript because n8n's Node runs it, without ts-node. Usage: leash.cjs <script> <arguments>
 */
'use strict';

const graceMs = 8_000;

process.on('disconnect', () => {
	process.kill(process.pid, 'SIGTERM');
	setTimeout(() => process.kill(-process.pid, 'SIGKILL'), graceMs).unref();
});

// The channel alone must not keep n8n alive once it has finished.
process.channel?.unref();

const [, leash, script, ...rest] = process.argv;
process.argv = [process.argv[0], script ?? leash, ...rest];
require(process.argv[1]);
