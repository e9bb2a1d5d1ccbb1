import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** As much of n8n's execution context as reading parameters takes. */
export function parameterContext(parameters: IDataObject): IExecuteFunctions {
	const context = {
		getNodeParameter: (name: string, _item: number, fallback?: unknown) =>
			name in parameters ? parameters[name] : fallback,
		getInputData: () => [],
		getTimezone: () => 'Asia/Riyadh',
	};
	return context as unknown as IExecuteFunctions;
}
