import type { Field } from './fields';
import type { Values } from './operation';

/** A field that is shown only while others have certain values: those beside it, where it is in a row. */
export const shownFor = (show: Record<string, string[]>, field: Field): Field => ({
	...field,
	property: { ...field.property, displayOptions: { show } },
});

/**
 * Whether the values beside a field let it be shown. n8n cannot tell where one of them is an expression: it
 * shows the field then, and hands over what is in it.
 */
export const isShown = ({ property }: Field, values: Values): boolean =>
	Object.entries(property.displayOptions?.show ?? {}).every(([name, wanted = []]) =>
		wanted.some((one) => one === values[name]),
	);
