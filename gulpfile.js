const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { Transform } = require('node:stream');
const gulp = require('gulp');
const manifest = require('./package.json');

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

/** A stream that rewrites every JSON file that goes through it. */
const eachJson = (change) =>
	new Transform({
		objectMode: true,
		transform(file, _, done) {
			const json = change(JSON.parse(file.contents.toString()), file);
			file.contents = Buffer.from(`${JSON.stringify(json, null, '\t')}\n`);
			done(null, file);
		},
	});

const toCodex = (facts, file) => {
	const name = file.stem.replace(/\.node$/, '');
	const documentation = [{ url: manifest.homepage }];
	return {
		node: `${manifest.name}.${name[0].toLowerCase()}${name.slice(1)}`,
		nodeVersion: '1.0',
		codexVersion: '1.0',
		...facts,
		resources: {
			primaryDocumentation: documentation,
			credentialDocumentation: documentation,
		},
	};
};

const clean = () => rm('dist', { recursive: true, force: true });
const compile = () => run('tsc', '--project', 'tsconfig.json');
const icons = () => gulp.src('nodes/**/*.svg', { encoding: false }).pipe(gulp.dest('dist/nodes'));
/** The facts of n8n's catalogue; what follows from the package is added here, so that it stands in one place. */
const codex = () =>
	gulp.src('nodes/**/*.node.json').pipe(eachJson(toCodex)).pipe(gulp.dest('dist/nodes'));
/** The lists by which n8n starts without loading every node. Stale ones would hide changes: made anew each time. */
const metadata = () => run('n8n-generate-metadata');
/** The operations table of the README, from the definitions. */
const writeDocs = () => run('ts-node', 'scripts/docs.ts');
const formatDocs = () => run('prettier', '--write', '--log-level', 'warn', 'README.md');
const docs = gulp.series(writeDocs, formatDocs);

const build = gulp.series(clean, gulp.parallel(compile, icons, codex), metadata);

const watch = () =>
	gulp.watch(['index.ts', 'nodes/**/*', 'credentials/**/*'], { ignoreInitial: false }, build);

module.exports = { build, clean, codex, compile, docs, icons, metadata, watch };
