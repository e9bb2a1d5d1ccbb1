import { say } from '../../../scripts/lib/say';
import type { Scene, Step } from '../step';
import { bodyCases, sizeCases } from './bodies';
import type { Case, Receiver } from './case';
import { contentTypeCases } from './contentTypes';
import { entityCases } from './dispatch';
import { headerCases } from './headers';
import * as json from './jsonFiles';
import { keySteps } from './keys';
import { inMegabytes, memoryOf } from './memory';
import * as naughty from './naughty';
import { designerCases, openDesignerCases } from './printXpand';
import { querySecretCases } from './querySecrets';
import { close, newSecret, openDispatch, openEdumalls, openPrintXpand } from './receivers';
import { semanticCases } from './semantics';
import { slowSteps } from './slow';
import { timingReport } from './timing';
import { transportCases } from './transport';
import { tryAll } from './trial';

type Open = (scene: Scene) => Promise<Receiver>;
type Group = [title: string, cases: (receiver: Receiver) => Case[]];

/** A workflow that is published for a few groups of cases, and taken away after them. */
function groupsOf(receiverName: string, open: Open, groups: Group[]): Step[] {
	let opened: Receiver | undefined;
	const steps = groups.map(([title, cases]): Step => ({
		title: `bad input to ${receiverName}: ${title}`,
		async run(scene) {
			opened ??= await open(scene);
			await tryAll(scene, opened, cases(opened));
		},
	}));
	const removal: Step = {
		title: `bad input to ${receiverName}: the workflow is removed`,
		async run(scene) {
			if (opened) await close(scene, [opened]);
			opened = undefined;
		},
	};
	return [...steps, removal];
}

/**
 * What must not start a workflow, stop n8n or give away a secret, sent to the webhooks of this package.
 *
 * @param isWhole all of the corpora, in every manner; otherwise a part of them, in turn
 */
export function badInputStepsOf(isWhole: boolean): Step[] {
	const nth = (step: number): number => (isWhole ? 1 : step);
	/** What comes after a group takes longer than its cases, so small ones go together. */
	const merged = (title: string, parts: Group[]): Group[] =>
		isWhole
			? parts.map(([which, cases]): Group => [`${title} ${which}`, cases])
			: [[title, (receiver) => parts.flatMap(([, cases]) => cases(receiver))]];
	let before: number | undefined;
	const remember: Step = {
		title: 'bad input: what the time of a comparison tells of a signature',
		async run(scene) {
			before = memoryOf(scene);
			say(`  ${await timingReport()}`);
		},
	};
	const report: Step = {
		title: 'bad input: the memory of n8n before and after',
		async run(scene) {
			say(`  ${inMegabytes(before)} before, ${inMegabytes(memoryOf(scene))} after`);
		},
	};
	const edumalls: Group[] = [
		...merged('signatures', [
			['of every form', headerCases],
			['tampered with at every place', (one) => naughty.tamperedSignatures(one, nth(16))],
			['of naughty strings', (one) => naughty.naughtySignatures(one, nth(16))],
		]),
		...merged('requests', [
			['of every form', transportCases],
			['to naughty addresses', naughty.naughtyPaths],
		]),
		['bodies', bodyCases],
		['sizes and compressions', sizeCases],
		['content types and charsets', contentTypeCases],
		...merged('events', [
			['of every form', semanticCases],
			['of naughty strings', naughty.naughtyEvents],
		]),
		...json.TYPES.flatMap((type) =>
			merged(`JSONTestSuite under ${type ?? 'no content type'}`, [
				['as bodies', (one) => json.asBodies(one, type, isWhole)],
				['as forged bodies', (one) => json.asForgedBodies(one, type, isWhole)],
				['within an event', (one) => json.inEvents(one, type, isWhole)],
			]),
		),
	];
	const { designBody, shipmentBody, naughtySecrets } = naughty;
	const printXpand: Group[] = [
		...merged('secrets', [
			['of every form', (one) => querySecretCases(one, designBody)],
			['of naughty strings', (one) => naughtySecrets(one, designBody, nth(16), 0)],
		]),
		...merged('bodies', [
			['of every form', designerCases],
			['of naughty strings', (one) => naughty.naughtyDesigns(one, nth(16))],
		]),
	];
	const dispatch: Group[] = [
		...merged('secrets', [
			['of every form', (one) => querySecretCases(one, shipmentBody)],
			['of naughty strings', (one) => naughtySecrets(one, shipmentBody, nth(16), 8)],
		]),
		...merged('bodies', [
			['of every form', (one) => entityCases(one, nth(12))],
			['of naughty strings', naughty.naughtyEntities],
		]),
	];
	const twoSecrets = [newSecret(), newSecret()] as const;
	return [
		remember,
		...groupsOf('Edumalls', (scene) => openEdumalls(scene, 'events', twoSecrets), edumalls),
		...groupsOf(
			'Edumalls, version 1 of the trigger',
			(scene) => openEdumalls(scene, 'version 1', [newSecret()], { version: 1 }),
			[['content types and charsets', contentTypeCases]],
		),
		...keySteps,
		...slowSteps,
		...groupsOf(
			'PrintXpand',
			(scene) => openPrintXpand(scene, 'designer', newSecret()),
			printXpand,
		),
		...groupsOf('PrintXpand without a secret', (scene) => openPrintXpand(scene, 'open to all'), [
			['calls with and without one', openDesignerCases],
		]),
		...groupsOf('Dispatch', openDispatch, dispatch),
		report,
	];
}

/** The part of them that `npm run e2e` runs. */
export const badInputSteps: Step[] = badInputStepsOf(false);
