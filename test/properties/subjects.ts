import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { withFreeRequest } from '../../nodes/shared/freeRequest';
import type { Operation } from '../../nodes/shared/operation';
import { services, type Service } from '../marketplaces';

/** One HTTP exchange of a fixture. */
export interface Exchange {
	request: { method: string; path: string; query?: IDataObject; body?: unknown };
	response: { status?: number; body?: unknown; headers?: Record<string, string> };
}

/** What a fixture shows to go well. */
export interface Example {
	name: string;
	parameters: IDataObject;
	input?: IDataObject[];
	exchanges: Exchange[];
}

/** One operation, with what its fixture shows. */
export interface Subject {
	service: Service;
	resource: string;
	name: string;
	operation: Operation;
	examples: Example[];
}

const sizeOf = ({ parameters }: Example): number => JSON.stringify(parameters).length;

/** The examples of an operation's fixture that go well, the one that says most first. */
function examplesOf(folder: string, resource: string, name: string): Example[] {
	const file = join(__dirname, '..', 'fixtures', folder, `${resource}.${name}.json`);
	const cases = JSON.parse(readFileSync(file, 'utf8')) as Array<Example & { error?: unknown }>;
	const isPlain = ({ parameters }: Example) =>
		!/"endpoint(Path|Method)"/.test(JSON.stringify(parameters));
	return cases
		.filter((one) => one.error === undefined && one.exchanges.length > 0 && isPlain(one))
		.sort((a, b) => sizeOf(b) - sizeOf(a));
}

const subjectsOf = (service: Service): Subject[] =>
	Object.entries(withFreeRequest(service.marketplace)).flatMap(([resource, { operations }]) =>
		Object.entries(operations).map(([name, operation]) => ({
			service,
			resource,
			name,
			operation,
			examples: examplesOf(service.folder, resource, name),
		})),
	);

/** Every operation of every marketplace. */
export const subjects: Array<[string, Subject]> = services.flatMap((service) =>
	subjectsOf(service).map((subject): [string, Subject] => [
		`${service.folder} ${subject.resource}: ${subject.name}`,
		subject,
	]),
);
