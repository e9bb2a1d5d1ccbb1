import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { services } from '../test/marketplaces';

interface Verdict {
	passed: boolean;
	message?: string;
	details?: string;
}

interface Scanner {
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage(directory: string, patterns: string[]): Promise<Verdict>;
}

// The scanner is an ES module; TypeScript would turn a plain `import()` into `require`.
const importModule = new Function('name', 'return import(name)') as (
	name: string,
) => Promise<Scanner>;

function report(name: string, { passed, message = '', details = '' }: Verdict): boolean {
	console.log(passed ? `✓ ${name}: 0 errors` : `✗ ${name}: ${message}\n${details}`);
	return passed;
}

/** What `npm pack` would publish, unpacked. */
function unpackTarball(into: string): string[] {
	const packed = execFileSync(
		'npm',
		['pack', '--json', '--ignore-scripts', '--pack-destination', into],
		{
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		},
	);
	const [{ filename, files }] = JSON.parse(packed) as [
		{ filename: string; files: Array<{ path: string }> },
	];
	execFileSync('tar', ['xzf', join(into, filename), '-C', into]);
	return files.map(({ path }) => path);
}

/** The package holds what is built, and the texts that every package has. */
function checkContents(files: string[]): Verdict {
	const allowed =
		/^(package\.json|README\.md|LICENSE|dist\/(index|nodes\/|credentials\/|known\/|methods\/|types\/).*)$/;
	const unwanted = /\.tsbuildinfo$|\.test\.|__|fixtures|sandbox|specs|\.ts$(?<!\.d\.ts)/;
	const wrong = files.filter((file) => !allowed.test(file) || unwanted.test(file));
	const missing = [
		'README.md',
		'LICENSE',
		'dist/index.js',
		'dist/known/nodes.json',
		'dist/types/nodes.json',
	].filter((file) => !files.includes(file));
	const message = [
		...wrong.map((file) => `should not ship: ${file}`),
		...missing.map((file) => `is missing: ${file}`),
	];
	return { passed: message.length === 0, message: message.join('\n') };
}

/** The source of a node with its description, as it is at run time, in the place of the code that makes it. */
const withLiteral = (source: string, description: unknown): string =>
	source.replace(/description: INodeTypeDescription = \{[\s\S]*?\n\t\};/, () => {
		const literal = JSON.stringify(description, null, '\t')
			.replace(/^(\t*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
			.replace(/"main"/g, 'NodeConnectionTypes.Main');
		return `description: INodeTypeDescription = ${literal.replaceAll('\n', '\n\t')};`;
	});

/**
 * A copy of the source in which every node's description is a literal. Computed properties escape n8n's
 * lint otherwise, since it reads the code and does not run it.
 */
function renderDescriptions(into: string): void {
	cpSync('nodes', join(into, 'nodes'), { recursive: true });
	cpSync('credentials', join(into, 'credentials'), { recursive: true });
	cpSync('package.json', join(into, 'package.json'));
	for (const { folder, node, triggers } of services) {
		for (const Node of [node, ...triggers] as Array<new () => INodeType>) {
			const file = join('nodes', folder, `${Node.name}.node.ts`);
			const source = readFileSync(file, 'utf8');
			writeFileSync(join(into, file), withLiteral(source, new Node().description));
		}
	}
}

/** n8n's official package scanner, offline: its two legs, and the source with rendered descriptions. */
export async function scan(): Promise<boolean> {
	const { analyzePackage, SOURCE_FILE_PATTERNS } = await importModule(
		'@n8n/scan-community-package/scanner/scanner.mjs',
	);
	const work = mkdtempSync(join(tmpdir(), 'n8n-nodes-marketplaces-scan-'));
	try {
		const rendered = join(work, 'rendered');
		mkdirSync(rendered);
		renderDescriptions(rendered);
		const files = unpackTarball(work);
		const verdicts = [
			report('scanner, source', await analyzePackage(process.cwd(), SOURCE_FILE_PATTERNS)),
			report(
				'scanner, packed tarball',
				await analyzePackage(join(work, 'package'), ['**/*.js', 'package.json']),
			),
			report(
				'scanner, rendered descriptions',
				await analyzePackage(rendered, SOURCE_FILE_PATTERNS),
			),
			report('contents of the package', checkContents(files)),
		];
		return !verdicts.includes(false);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

if (require.main === module) {
	void scan().then((passed) => {
		process.exitCode = passed ? 0 : 1;
	});
}
