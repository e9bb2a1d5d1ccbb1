import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A mail that was sent here. */
export interface ReceivedMail {
	from: string;
	to: string[];
	subject: string;
	/** Headers and body as they came. */
	source: string;
}

export interface MailSandbox {
	readonly host: string;
	readonly port: number;
	readonly messages: ReceivedMail[];
	close(): Promise<void>;
}

async function read(stream: SMTPServerDataStream): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

const subjectOf = (source: string): string => /^Subject: (.*)$/m.exec(source)?.[1].trim() ?? '';

/** A mail server on this machine that keeps what it is sent and delivers nothing. */
export async function startMail({ port = 0 }: { port?: number } = {}): Promise<MailSandbox> {
	const host = '127.0.0.1';
	const messages: ReceivedMail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['AUTH', 'STARTTLS'],
		onData(stream, { envelope }, done) {
			read(stream).then((source) => {
				const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
				const to = envelope.rcptTo.map(({ address }) => address);
				messages.push({ from, to, subject: subjectOf(source), source });
				done();
			}, done);
		},
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => resolve());
	});
	const address = server.server.address() as AddressInfo;
	return {
		host,
		port: address.port,
		messages,
		close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
	};
}
