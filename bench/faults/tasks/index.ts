import type { OpenStage } from '../../shared/stage';
import { openComment } from '../../shared/tasks/comment';
import { openElryanStock } from '../../shared/tasks/elryan';
import { openShipment } from '../../shared/tasks/shipment';
import { openStock } from '../../shared/tasks/stock';
import type { TaskName } from '../taskNames';
import { openElryanCancel, openElryanList } from './elryan';
import { openList } from './list';

/** Where a fault belongs. Edumalls has them all but one. */
export type Service = 'edumalls' | 'elryan';

const OPENERS: Record<Service, Partial<Record<TaskName, OpenStage>>> = {
	edumalls: { list: openList, stock: openStock, shipment: openShipment, comment: openComment },
	elryan: { list: openElryanList, stock: openElryanStock, shipment: openElryanCancel },
};

/** How a task's shop is opened; nothing where the service has no such task. */
export const openerOf = (service: Service, task: TaskName): OpenStage | undefined =>
	OPENERS[service][task];
