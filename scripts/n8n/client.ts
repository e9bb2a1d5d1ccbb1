/** What the scripts use of n8n's internal API: the calls that its editor makes. */
export * from './credentials';
export * from './executions';
export * from './session';
export * from './workflows';
