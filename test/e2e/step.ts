import type { Credentials } from '../../scripts/stage/credentials';
import { type Example, type ShippingExample, shippingExample } from '../../scripts/stage/examples';
import type { Stage } from '../../scripts/stage/stage';

/** What the steps share. They run in order, each on what the ones before it have left. */
export interface Scene extends Stage {
	/** Where pictures of the editor go. */
	pictures: string;
	/** Where anything else may be left, for instance the picture of a failure. */
	scratch: string;
	/** Set by the steps of `credentials.ts`. */
	credentials?: Credentials;
	/** Set by the steps of `examples.ts`. */
	examples?: Example[];
}

export interface Step {
	title: string;
	run(scene: Scene): Promise<void>;
}

export function needCredentials({ credentials }: Scene): Credentials {
	if (!credentials) throw new Error('There are no credentials: an earlier step failed');
	return credentials;
}

export function needExamples({ examples }: Scene): Example[] {
	if (!examples) throw new Error('The examples are not there: an earlier step failed');
	return examples;
}

export function shippingIn(scene: Scene): ShippingExample {
	return shippingExample(needExamples(scene));
}
