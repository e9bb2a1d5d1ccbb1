import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './lib/lock';
import { cacheFolder, shown } from './lib/paths';
import { program } from './lib/program';
import { fail, ok, say } from './lib/say';
import { Trouble } from './lib/trouble';
import type { SoakRecord } from './soak/record';
import { writeDocument } from './soak/report/document';
import { soak } from './soak/run';
import { verdicts } from './soak/verdict';

const WHOLE_MINUTES = 60;
const QUICK_MINUTES = 3;

function minutesAsked(): number {
	const { argv } = process;
	if (argv.includes('--quick')) return QUICK_MINUTES;
	if (!argv.includes('--minutes')) return WHOLE_MINUTES;
	const minutes = Number(argv[argv.indexOf('--minutes') + 1]);
	if (minutes > 0) return minutes;
	throw new Trouble('After --minutes stands how many, such as: npm run soak -- --minutes 3');
}

/** n8n answers late then, events are refused, and more memory is in use at once. */
function warnOfBusyMachine(): void {
	const [load = 0] = loadavg();
	if (load < cpus().length) return;
	say(`This machine is busy: its load is ${load.toFixed(1)} on ${cpus().length} cores.`);
}

/** Says what was judged how, and whether all of it is good. */
function judge(record: SoakRecord): boolean {
	const all = verdicts(record);
	say();
	for (const { text, measured, good } of all) (good ? ok : fail)(`${text}: ${measured}`);
	for (const failure of record.failures) say(`  ${failure}`);
	const failed = all.filter(({ good }) => !good).length;
	say(`\n${all.length - failed} passed, ${failed} failed`);
	return failed === 0;
}

/**
 * `npm run soak`: an hour of steady load on a real n8n, and docs/endurance.md made of it. `--minutes 3` or
 * `--quick`: shorter, without trends and document. `--document`: the document again, from the last whole run.
 */
async function main(): Promise<number> {
	const folder = join(cacheFolder, 'soak');
	const recordFile = join(folder, 'record.json');
	if (process.argv.includes('--document')) {
		const record = JSON.parse(readFileSync(recordFile, 'utf8')) as SoakRecord;
		await writeDocument(record);
		return judge(record) ? 0 : 1;
	}
	const minutes = minutesAsked();
	const isWhole = minutes >= WHOLE_MINUTES;
	const name = isWhole ? 'whole' : 'short';
	const owner = takeLock(join(folder, `${name}.lock`));
	if (owner !== undefined) throw new Trouble(`Another soak is running (process ${owner}).`);
	warnOfBusyMachine();
	const userFolder = join(folder, name);
	rmSync(userFolder, { recursive: true, force: true });
	const record = await soak({ minutes, userFolder, logName: `soak-${name}.log` });
	mkdirSync(folder, { recursive: true });
	const kept = isWhole ? recordFile : join(folder, 'short.json');
	writeFileSync(kept, JSON.stringify(record));
	say(`The samples are in ${shown(kept)}.`);
	if (isWhole) await writeDocument(record);
	return judge(record) ? 0 : 1;
}

void program('soak', main);
