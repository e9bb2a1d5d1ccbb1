// What ships: n8n's own rules, those for n8n Cloud included, without a change.
import { config } from '@n8n/node-cli/eslint';

const development = [
	'bench/**',
	'docs/**',
	'examples/**',
	'sandbox/**',
	'scripts/**',
	'test/**',
	'runtime/**',
	'.cache/**',
	'dist/**',
	'*.config.ts',
	'*.config.mjs',
	'gulpfile.js',
];

export default [...config, { ignores: development }];
