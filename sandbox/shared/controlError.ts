/** A mistake of whoever uses the control API; its message is the answer. */
export class ControlError extends Error {
	constructor(
		message: string,
		readonly status = 400,
	) {
		super(message);
	}
}
