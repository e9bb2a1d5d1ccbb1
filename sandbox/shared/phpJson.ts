/**
 * JSON as PHP's json_encode writes it by default: slashes escaped and everything beyond ASCII as
 * `\uXXXX`. Whoever parses and writes it again gets other bytes, which is the trap for signatures.
 */
export function phpJson(value: unknown): string {
	return JSON.stringify(value)
		.replace(/\//g, '\\/')
		.replace(
			/[\u0080-\uffff]/g,
			(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
}
