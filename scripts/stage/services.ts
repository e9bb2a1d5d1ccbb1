import type { ServiceName } from '../../sandbox';
import { needPort, portFromEnv } from '../lib/ports';

/** One service of the sandbox as the scripts speak of it. */
interface ServicePlace {
	label: string;
	/** Where it listens, unless its variable says another port. */
	port: number;
	variable: string;
}

export const SERVICES: Record<ServiceName, ServicePlace> = {
	edumalls: { label: 'Edumalls', port: 4610, variable: 'SANDBOX_EDUMALLS_PORT' },
	elryan: { label: 'Elryan', port: 4611, variable: 'SANDBOX_ELRYAN_PORT' },
	vanillaEshop: { label: 'VanillaEshop', port: 4612, variable: 'SANDBOX_VANILLAESHOP_PORT' },
	dispatch: { label: 'Dispatch', port: 4613, variable: 'SANDBOX_DISPATCH_PORT' },
	printXpand: { label: 'PrintXpand', port: 4614, variable: 'SANDBOX_PRINTXPAND_PORT' },
	mail: { label: 'mail server', port: 4615, variable: 'SANDBOX_MAIL_PORT' },
};

/** The port of each service; 0 takes a free one. */
export type ServicePorts = Record<ServiceName, number>;

export const serviceNames = Object.keys(SERVICES) as ServiceName[];

const ports = (of: (name: ServiceName) => number): ServicePorts =>
	Object.fromEntries(serviceNames.map((name) => [name, of(name)])) as ServicePorts;

export const freePorts = ports(() => 0);

/** The wanted ports of all services. Refuses one that is taken, and says how to choose another. */
export async function servicePorts(command = 'npm start'): Promise<ServicePorts> {
	const wanted = ports((name) => portFromEnv(SERVICES[name].variable, SERVICES[name].port));
	for (const name of serviceNames) {
		const { label, variable } = SERVICES[name];
		await needPort(wanted[name], `the sandbox’s ${label}`, variable, command);
	}
	return wanted;
}
