import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { deleteCredential } from '../../../scripts/n8n/credentials';
import * as workflows from '../../../scripts/n8n/workflows';
import { publish } from '../dispatchWorkflow';
import type { Scene, Step } from '../step';
import type { Case, Receiver } from './case';
import { event, JSON_TYPE, signatureLine, signatureOf, signed, signedRequest } from './event';
import { close, credentialOf, EDUMALLS, newSecret, openEdumalls, saveListener } from './receivers';
import { tryAll } from './trial';
import { requestTo } from './wire';

const TYPE = 'edumallsWebhookApi';
const step = (title: string, run: (scene: Scene) => Promise<void>): Step => ({
	title: `bad input, the signing secret: ${title}`,
	run,
});

const refused = (url: string, secret: string, name: string): Case => ({
	name,
	bytes: signedRequest(url, event().body, secret),
	status: 401,
});

async function withReceivers(
	receivers: Receiver[],
	scene: Scene,
	run: () => Promise<void>,
): Promise<void> {
	try {
		await run();
	} finally {
		await close(scene, receivers);
	}
}

const UNUSABLE = {
	empty: { signingSecret: '' },
	blank: { signingSecret: ' \t\n' },
	'only the previous one': { signingSecret: '', previousSigningSecret: newSecret() },
};

async function cannotPublish(scene: Scene, name: string, data: object): Promise<void> {
	const credential = await credentialOf(scene, name, TYPE, { ...data });
	const listener = await saveListener(scene, { ...EDUMALLS, name, credential });
	try {
		await assert.rejects(publish(scene, listener), /The signing secret is empty/, name);
		assert.equal((await fetch(listener.url, { method: 'POST' })).status, 404, name);
	} finally {
		await workflows.deleteWorkflow(scene.session.request, listener.workflow.id);
	}
}

const unusableStep = step(
	'where there is none, the workflow cannot be published',
	async (scene) => {
		const all = Object.entries(UNUSABLE);
		await Promise.all(all.map(async ([name, data]) => await cannotPublish(scene, name, data)));
	},
);

/** The node may go by what it has read of a credential for 10 seconds. */
const FORGOTTEN_MS = 11_000;

/** Calls that only a right secret would let through, and no secret is right. */
const shutOut = (url: string, keys: string[]): Case[] => [
	...keys.map((key) => refused(url, key, `signed with '${key}'`)),
	{
		name: 'unsigned',
		bytes: requestTo(url, { headers: [JSON_TYPE], body: event().body }),
		status: 401,
	},
];

const lostStep = step(
	'blanked or deleted under a published workflow, it lets nobody in',
	async (scene) => {
		const secret = newSecret();
		const lost = Object.entries({ ...UNUSABLE, deleted: undefined });
		const receivers = await Promise.all(
			lost.map(async ([name]) => await openEdumalls(scene, `lost, ${name}`, [secret])),
		);
		await withReceivers(receivers, scene, async () => {
			for (const [name, data] of lost) {
				const now = data ?? { signingSecret: secret };
				const credential = await credentialOf(scene, `lost, ${name}`, TYPE, now);
				if (!data) await deleteCredential(scene.session.request, credential.id);
			}
			await delay(FORGOTTEN_MS);
			for (const [index, receiver] of receivers.entries()) {
				const { url } = receiver;
				const shut = { ...receiver, good: () => refused(url, secret, 'the secret that was') };
				const left = Object.values(lost[index]?.[1] ?? {});
				const keys = [secret, '', ' ', 'undefined', 'null', ...left];
				await tryAll(scene, shut, shutOut(url, keys));
			}
		});
	},
);

const changedStep = step(
	'while it is changed, both count; each keeps others out',
	async (scene) => {
		const [present, previous, other] = [newSecret(), newSecret(), newSecret()];
		const receiver = await openEdumalls(scene, 'being changed', [present, previous]);
		const test = await openEdumalls(scene, 'of the test shop', [other]);
		await withReceivers([receiver, test], scene, async () => {
			const { url } = receiver;
			const { body, row } = event();
			const several = [newSecret(), newSecret(), newSecret(), previous];
			const lines = several.map((secret) => signatureOf(body, secret)).join(',');
			await tryAll(scene, receiver, [
				signed(url, event(), present, 'the present one'),
				signed(url, event(), previous, 'the previous one'),
				refused(url, other, 'that of the test shop'),
				refused(url, `${present}\n`, 'the present one and a line end'),
				refused(url, present + previous, 'both in one'),
				{
					name: 'three wrong ones and the previous one',
					bytes: requestTo(url, { headers: [signatureLine(lines), JSON_TYPE], body }),
					status: 200,
					rows: [row],
				},
			]);
			await tryAll(scene, test, [
				signed(test.url, event(), other, 'its own'),
				refused(test.url, present, 'that of the live shop'),
			]);
		});
	},
);

const pastedStep = step(
	'pasted with blanks and a line end, it counts without them',
	async (scene) => {
		const secret = newSecret();
		const name = 'pasted';
		const receiver = await openEdumalls(scene, name, [secret]);
		await withReceivers([receiver], scene, async () => {
			await credentialOf(scene, name, TYPE, { signingSecret: ` \t${secret}\r\n` });
			await tryAll(scene, receiver, [
				signed(receiver.url, event(), secret, 'without the blanks'),
				refused(receiver.url, ` \t${secret}\r\n`, 'with the blanks'),
			]);
		});
	},
);

/** What may happen to the secret itself. */
export const keySteps: Step[] = [unusableStep, lostStep, changedStep, pastedStep];
