const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const gulp = require('gulp');

/** Runs one of the project's own commands and fails where it fails. */
function run(command, ...args) {
	return new Promise((resolve, reject) => {
		const child = spawn(`node_modules/.bin/${command}`, args, { stdio: 'inherit' });
		child.on('error', reject);
		child.on('exit', (code) =>
			code === 0 ? resolve() : reject(new Error(`${command} ended with exit code ${code}`)),
		);
	});
}

const clean = () => rm('dist', { recursive: true, force: true });
const compile = () => run('tsc', '--project', 'tsconfig.json');
const icons = () => gulp.src('nodes/**/*.svg', { encoding: false }).pipe(gulp.dest('dist/nodes'));
const codex = () => gulp.src('nodes/**/*.node.json').pipe(gulp.dest('dist/nodes'));
/** The lists by which n8n starts without loading every node. Stale ones would hide changes: made anew each time. */
const metadata = () => run('n8n-generate-metadata');
/** The operations table of the README, from the definitions. */
const docs = () => run('ts-node', '--transpile-only', 'scripts/docs.ts');

const build = gulp.series(clean, gulp.parallel(compile, icons, codex), metadata);

const watch = () =>
	gulp.watch(['index.ts', 'nodes/**/*', 'credentials/**/*'], { ignoreInitial: false }, build);

module.exports = { build, clean, codex, compile, docs, icons, metadata, watch };
