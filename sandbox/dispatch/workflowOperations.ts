import { isObject } from '../shared/json';
import { incomplete, isAction } from './actions';
import { answered, DONE, refused, type Context, type Operation, type Result } from './result';
import { TRIGGERS } from './triggers';
import { isEntityType, type Trigger, type Workflow } from './types';
import { WORDS } from './words';

const withWorkflow =
	(idOf: (input: Parameters<Operation>[1]) => string | null | undefined) =>
	(run: (context: Context, workflow: Workflow) => Result): Operation =>
	(context, input) => {
		const workflow = context.store.findWorkflow(idOf(input) ?? '');
		return workflow ? run(context, workflow) : refused(404, WORDS.noWorkflow);
	};

const inPath = withWorkflow(({ params }) => params.workflowId);
const inQuery = withWorkflow(({ query }) => query.get('workflowId'));

const noTriggers = (entityType: unknown): Result =>
	refused(400, `Entity type '${String(entityType)}' is not supported`);

function triggersOf({ settings }: Context, type: unknown): readonly Trigger[] | undefined {
	if (!isEntityType(type)) return undefined;
	return type === 'Product' && !settings.productTriggers ? undefined : TRIGGERS[type];
}

/** As the list shows a workflow: the trigger by its code, the action by its type. */
const shown = ({ guid, name, entityType, trigger, action, isActive, isManaged }: Workflow) => ({
	...{ guid, name, entityType, trigger },
	...{ action: action.type, isActive, isManaged },
});

const configure: Operation = (context, { body }) => {
	const { name, entityType, triggerId, action, conditions } = isObject(body) ? body : {};
	const triggers = triggersOf(context, entityType);
	if (!triggers || !isEntityType(entityType)) return noTriggers(entityType);
	const trigger = triggers.find(({ guid }) => guid === triggerId);
	if (!trigger) return refused(404, WORDS.noTrigger);
	if (!isAction(action)) throw new Error('The spec let an unknown action pass');
	const reason = incomplete(action, context.settings);
	if (reason !== undefined) return refused(400, reason);

	const workflow = context.store.addWorkflow({
		...{ name: String(name), entityType, trigger, action },
		...(isObject(conditions) ? { conditions } : {}),
	});
	return answered({ guid: workflow.guid, name: workflow.name, isActive: workflow.isActive });
};

const list: Operation = ({ store, settings }, { params, query }) => {
	const managed = query.get('managed');
	const withManaged = managed === null ? settings.managedByDefault : managed === 'true';
	return answered(
		store.workflows
			.filter(
				({ entityType, isManaged }) =>
					entityType === params.entityType && (withManaged || !isManaged),
			)
			.map(shown),
	);
};

export const workflowOperations: Record<string, Operation> = {
	'workflow.getTriggers': (context, { params: { entityType } }) => {
		const triggers = triggersOf(context, entityType);
		return triggers ? answered(triggers) : noTriggers(entityType);
	},
	'workflow.getAll': list,
	'workflow.configure': configure,
	'workflow.toggle': inPath((_context, workflow) => {
		workflow.isActive = !workflow.isActive;
		const { guid, isActive } = workflow;
		return answered({ guid, isActive });
	}),
	'workflow.delete': inPath(({ store, runner }, workflow) => {
		store.removeWorkflow(workflow);
		runner.forget(workflow);
		return DONE;
	}),
	'workflow.resume': inQuery(({ runner }, workflow) =>
		runner.resume(workflow).length > 0 ? DONE : refused(404, WORDS.notPaused),
	),
};
