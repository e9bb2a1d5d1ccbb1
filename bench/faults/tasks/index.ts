import type { OpenStage, TaskName } from '../stage';
import { openComment } from './comment';
import { openElryanCancel, openElryanList, openElryanStock } from './elryan';
import { openList } from './list';
import { openShipment } from './shipment';
import { openStock } from './stock';

/** Where a fault belongs. Edumalls has them all but one. */
export type Service = 'edumalls' | 'elryan';

const OPENERS: Record<Service, Partial<Record<TaskName, OpenStage>>> = {
	edumalls: { list: openList, stock: openStock, shipment: openShipment, comment: openComment },
	elryan: { list: openElryanList, stock: openElryanStock, shipment: openElryanCancel },
};

/** How a task's shop is opened; nothing where the service has no such task. */
export const openerOf = (service: Service, task: TaskName): OpenStage | undefined =>
	OPENERS[service][task];
