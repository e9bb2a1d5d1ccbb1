import type { Config } from 'jest';

const config: Config = {
	rootDir: '.',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
	setupFiles: ['<rootDir>/test/engine/environment.ts'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.tooling.json', diagnostics: false }],
	},
	// n8n-core's own modules leave handles that it closes only with the process.
	forceExit: true,
	testTimeout: 30_000,
};

export default config;
