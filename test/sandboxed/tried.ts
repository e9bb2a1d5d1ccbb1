import { withFreeRequest } from '../../nodes/shared/freeRequest';
import { services } from '../marketplaces';

/** Notes which operations of a marketplace a file of tests has tried, and tells which it has not. */
export function tracker(folder: string) {
	const service = services.find((one) => one.folder === folder);
	if (!service) throw new Error(`There is no service '${folder}' in test/marketplaces.ts`);
	const resources = Object.entries(withFreeRequest(service.marketplace));
	const left = new Set(
		resources.flatMap(([resource, { operations }]) =>
			Object.keys(operations).map((operation) => `${resource}.${operation}`),
		),
	);
	return {
		note: (resource: string, operation: string) => void left.delete(`${resource}.${operation}`),
		untried: () => [...left],
	};
}
