import { checkUrl, isPrivateHost } from '../../nodes/shared/download';
import { refusedBy } from './refused';

const HOST = 'files.example';
const ORIGIN = `https://${HOST}`;

describe('the address of a file', () => {
	it.each([
		`${ORIGIN}/label.pdf`,
		`${ORIGIN}/a/b?c=d#e`,
		'https://FILES.EXAMPLE/label.pdf',
		`${ORIGIN}:8443/label.pdf`,
	])('%s is taken', (address) => {
		expect(checkUrl(address, [' Files.Example ']).hostname).toBe(HOST);
	});

	it.each<[address: string, words: string]>([
		['', 'not a URL'],
		['label.pdf', 'not a URL'],
		['//files.example/x', 'not a URL'],
		['https://', 'not a URL'],
		['https://files.example:99999/', 'not a URL'],
		['http://files.example/x', 'not https'],
		['ftp://files.example/x', 'not https'],
		['file:///etc/passwd', 'not https'],
		['data:application/pdf;base64,AAAA', 'not https'],
		['javascript:alert(1)', 'not https'],
		['https://user@files.example/x', 'holds a password'],
		['https://user:pass@files.example/x', 'holds a password'],
		['https://files.example@evil.example/x', 'holds a password'],
		['https://evil.example/x', 'on another host: evil.example'],
		['https://files.example.evil.example/x', 'on another host'],
		['https://sub.files.example/x', 'on another host'],
		['https://files.example./x', 'on another host'],
		['https://xn--fles-2pa.example/x', 'on another host'],
	])('%s is refused: %s', (address, words) => {
		expect(refusedBy(() => checkUrl(address, [HOST])).title).toContain(words);
	});

	it('a backslash ends the host, for the check and for the request alike', () => {
		expect(checkUrl('https://files.example\\@evil.example/x', [HOST]).hostname).toBe(HOST);
	});

	it.each([
		'https://127.0.0.1/',
		'https://127.1/',
		'https://2130706433/',
		'https://0x7f000001/',
		'https://0x7f.1/',
		'https://0177.0.0.1/',
		'https://127.0.0.1./',
		'https://0/',
		'https://0.0.0.0/',
		'https://10.1.2.3/',
		'https://172.16.0.1/',
		'https://172.31.255.255/',
		'https://192.168.1.1/',
		'https://3232235777/',
		'https://169.254.169.254/latest/meta-data/',
		'https://100.64.0.1/',
		'https://198.18.0.1/',
		'https://192.0.0.1/',
		'https://224.0.0.1/',
		'https://255.255.255.255/',
		'https://[::1]/',
		'https://[::]/',
		'https://[::ffff:127.0.0.1]/',
		'https://[::ffff:7f00:1]/',
		'https://[fd00::1]/',
		'https://[fe80::1]/',
		'https://[64:ff9b::7f00:1]/',
		'https://[2606:4700::1111]/',
		'https://localhost/',
		'https://LOCALHOST/',
		'https://localhost./',
		'https://api.localhost/',
		'https://printer.local/',
		'https://metadata.google.internal/',
		'https://nas.lan/',
		'https://intranet/',
		'https://①②⑦.⓪.⓪.①/',
	])('%s leads into a private network, even if it is trusted', (address) => {
		const { hostname } = new URL(address);
		const told = refusedBy(() => checkUrl(address, [hostname]));
		expect(told).toMatchObject({
			title: 'The address of the file points into a private network',
			outcome: 'notSent',
		});
	});

	it.each([
		'8.8.8.8',
		'172.15.0.1',
		'172.32.0.1',
		'100.63.0.1',
		'100.128.0.1',
		'169.253.0.1',
		'192.167.1.1',
		'11.0.0.1',
		'223.255.255.255',
		'files.example',
		'10.example',
		'localhost.example',
		'mylocal.example',
		'1.2.3.4.example',
	])('%s is public', (host) => {
		expect(isPrivateHost(host)).toBe(false);
	});
});
