/**
 * Runs a program so that it cannot outlive the command that started it: when the channel to that command
 * closes, however the command ended, the program ends too.
 *
 * Plain JavaScript, so that it starts at once. Usage: leash.cjs <user id, or ''> <command> <arguments>
 */
'use strict';

const { spawn } = require('node:child_process');

const graceMs = 5_000;
const [, , user, command, ...args] = process.argv;
const account = user ? { uid: Number(user), gid: Number(user) } : {};
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...account });

// A signal reaches the whole group; what it means, the program decides.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);

process.on('disconnect', () => {
	child.kill('SIGINT');
	setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
});

child.on('error', (error) => {
	console.error(error.message);
	process.exit(1);
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
