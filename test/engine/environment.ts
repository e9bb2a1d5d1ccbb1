// Runs before any module is loaded (jest "setupFiles"): n8n-core reads these at import.
import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-nodes-marketplaces-'));
process.env.N8N_ENCRYPTION_KEY = 'only-for-tests-0123456789abcdef';
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_LOG_OUTPUT = 'console';
