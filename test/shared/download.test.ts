import { Readable } from 'node:stream';
import nock from 'nock';
import { download, kindOf } from '../../nodes/shared/download';
import { inExecution } from './probe';
import { refusedLater } from './refused';

const HOST = 'files.example';
const ORIGIN = `https://${HOST}`;
const PDF = Buffer.from('%PDF-1.7\nlabel');

describe('the kind of a file, by its first bytes', () => {
	it.each<[string, Buffer, string | undefined]>([
		['PDF', PDF, 'pdf'],
		['PDF after blank lines', Buffer.from('\r\n%PDF-1.4'), 'pdf'],
		['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'png'],
		['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
		['ZPL', Buffer.from('^XA^FO50,50^FDHello^FS^XZ'), 'zpl'],
		['ZPL with a graphic', Buffer.from('~DGR:LOGO.GRF'), 'zpl'],
		['ZPL that sets its signs', Buffer.from('\x10CT~~CD,~CC^~CT~'), 'zpl'],
		['HTML', Buffer.from('<html>%PDF-</html>'), undefined],
		['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
		['a program', Buffer.from('MZ\x90'), undefined],
		['a script', Buffer.from('#!/bin/sh'), undefined],
		['ZIP', Buffer.from('PK\x03\x04'), undefined],
		['GIF', Buffer.from('GIF89a'), undefined],
		['cut PNG', Buffer.from([0x89, 0x50, 0x4e]), undefined],
		['nothing', Buffer.alloc(0), undefined],
	])('%s', (_, data, extension) => {
		expect(kindOf(data)?.extension).toBe(extension);
	});
});

describe('a download', () => {
	const fetchFile = async (path = '/label', hosts = [HOST], timeoutMs?: number) =>
		await inExecution(async (context) => await download(context, ORIGIN + path, hosts, timeoutMs));

	beforeAll(() => nock.disableNetConnect());
	afterEach(() => nock.cleanAll());
	// The next test file in this process has a nock of its own, and this one would stand before it.
	afterAll(() => {
		nock.enableNetConnect();
		nock.restore();
	});

	it('brings the bytes and their kind, whatever the server calls them', async () => {
		nock(ORIGIN).get('/label').reply(200, PDF, { 'Content-Type': 'text/html' });
		const file = await fetchFile();
		expect(file).toMatchObject({ mimeType: 'application/pdf', extension: 'pdf' });
		expect(Buffer.compare(file.data, PDF)).toBe(0);
	});

	it('goes out without credentials, once', async () => {
		const asked: Array<Record<string, unknown>> = [];
		nock(ORIGIN)
			.get('/label')
			.reply(function () {
				asked.push(this.req.headers as Record<string, unknown>);
				return [200, PDF];
			});
		await fetchFile();
		expect(asked).toHaveLength(1);
		expect(Object.keys(asked[0]).join()).not.toMatch(/authorization|cookie/i);
	});

	it.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
		nock(ORIGIN)
			.get('/label')
			.reply(status, '', { Location: `${ORIGIN}/other` });
		const other = nock(ORIGIN).get('/other').reply(200, PDF);
		const told = await refusedLater(fetchFile());
		expect(told).toMatchObject({ title: 'The file could not be fetched', status });
		expect(other.isDone()).toBe(false);
	});

	it.each([204, 401, 404, 500])('fails with the status %i', async (status) => {
		nock(ORIGIN).get('/label').reply(status, PDF);
		expect(await refusedLater(fetchFile())).toMatchObject({
			words: `${HOST} answered with status ${status}`,
			status,
		});
	});

	it('refuses what is no label', async () => {
		nock(ORIGIN).get('/label').reply(200, '<html>sign in</html>');
		expect((await refusedLater(fetchFile())).title).toContain('neither PDF, PNG, JPEG nor ZPL');
	});

	it('takes 10 MB, and not a byte more', async () => {
		const most = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024 - PDF.length)]);
		nock(ORIGIN).get('/label').reply(200, most);
		expect((await fetchFile()).data).toHaveLength(most.length);

		nock(ORIGIN)
			.get('/label')
			.reply(200, Buffer.concat([most, Buffer.alloc(1)]));
		expect((await refusedLater(fetchFile())).title).toBe('The file is larger than 10 MB');
	});

	it.each(['before it answers', 'in the middle of the file'])(
		'ends on a server that stalls %s',
		async (where) => {
			const stalled = new Readable({ read: () => undefined });
			if (where !== 'before it answers') stalled.push(PDF);
			const reply = nock(ORIGIN).get('/label');
			if (where === 'before it answers') reply.delay(5000).reply(200, PDF);
			else reply.reply(200, () => stalled);
			const from = Date.now();
			const told = await refusedLater(fetchFile('/label', [HOST], 300));
			expect(Date.now() - from).toBeLessThan(3000);
			expect(told.title).toBe('The file could not be fetched');
			expect(told.words).toContain(HOST);
		},
	);

	// Not by nock: its broken sockets sometimes end the whole process, when nobody listens to them any more.
	it('that breaks off is told in words', async () => {
		const reset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
		const broken = inExecution(async ({ helpers }) => {
			const httpRequest = async () => await Promise.reject(reset);
			return await download({ helpers: { ...helpers, httpRequest } }, `${ORIGIN}/label`, [HOST]);
		});
		expect(await refusedLater(broken)).toMatchObject({
			title: 'The file could not be fetched',
			words: `${HOST}: socket hang up`,
			code: 'ECONNRESET',
			outcome: 'refused',
		});
	});

	it('asks nothing of a host that is not trusted', async () => {
		const scope = nock(ORIGIN).get('/label').reply(200, PDF);
		await refusedLater(fetchFile('/label', ['other.example']));
		expect(scope.isDone()).toBe(false);
	});
});
