import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { cacheFolder, root } from '../../scripts/lib/paths';
import { Trouble } from '../../scripts/lib/trouble';

/** Where compiled files go, in the tree of the checkout. */
const folder = join(cacheFolder, 'bench');

function readOptions(): ts.CompilerOptions {
	const file = join(root, 'tsconfig.json');
	const { options } = ts.getParsedCommandLineOfConfigFile(file, undefined, {
		...ts.sys,
		onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
			throw new Trouble(ts.flattenDiagnosticMessageText(messageText, ' '));
		},
	}) ?? { options: {} };
	return { ...options, declaration: false };
}

/** The file of a relative import. */
function fileOf(importer: string, name: string): string | undefined {
	const path = resolve(dirname(importer), name);
	return [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(file));
}

/**
 * Compiles a program and what it imports of the checkout to JavaScript, so that the process that is measured
 * does not hold a compiler too. Types are the business of `npm test`. Gives the compiled file.
 */
export function compile(entry: string): string {
	const options = readOptions();
	const outputOf = (file: string): string =>
		join(folder, relative(root, file).replace(/\.ts$/, '.js'));
	const files = new Set([join(root, entry)]);
	for (const file of files) {
		const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
			compilerOptions: options,
			fileName: file,
		});
		// What is imported for its types alone is not in the output.
		for (const { fileName } of ts.preProcessFile(outputText, true, true).importedFiles) {
			const imported = fileName.startsWith('.') ? fileOf(file, fileName) : undefined;
			if (imported !== undefined) files.add(imported);
		}
		mkdirSync(dirname(outputOf(file)), { recursive: true });
		writeFileSync(outputOf(file), outputText);
	}
	return outputOf(join(root, entry));
}
