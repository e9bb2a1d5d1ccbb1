// Refuses to publish while package.json holds values under the reserved domain `.example`,
// or where the tag and the version differ.
import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const { version, author, homepage, repository } = manifest;

const undecided = Object.entries({
	'author.email': author.email,
	homepage,
	'repository.url': repository.url,
}).filter(([, value]) => /\.example(\/|$)/.test(value));

const tag = process.env.GITHUB_REF_NAME;
const wrongTag = tag !== undefined && tag !== `v${version}`;

for (const [name, value] of undecided) console.error(`✗ ${name} is not decided yet: ${value}`);
if (wrongTag) console.error(`✗ The tag is ${tag} and the version ${version}`);
if (undecided.length > 0 || wrongTag) process.exit(1);
console.log(`✓ ready to publish ${manifest.name}@${version}`);
