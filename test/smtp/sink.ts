import type { AddressInfo, Socket } from 'node:net';
import net from 'node:net';
import { pathToFileURL } from 'node:url';

/**
 * A mail server that throws everything away as fast as it can: for measuring senders, not for testing them.
 * Announces PIPELINING, SIZE, 8BITMIME and SMTPUTF8; counts messages and octets.
 */
export interface Sink {
  readonly port: number;
  readonly counts: { messages: number; octets: number; connections: number };
  close(): Promise<void>;
}

const announcement =
  '250-sink.example\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n';

export async function startSink(port = 0): Promise<Sink> {
  const counts = { messages: 0, octets: 0, connections: 0 };
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => {
    counts.connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, counts);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    counts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function converse(socket: Socket, counts: Sink['counts']): void {
  let inContent = false;
  let rest = '';
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.write('220 sink.example ESMTP\r\n');
  socket.on('data', (chunk) => {
    counts.octets += chunk.length;
    let text = rest + chunk.toString('latin1');
    let answer = '';
    for (;;) {
      if (inContent) {
        const isEmpty = text.startsWith('.\r\n');
        const end = isEmpty ? 0 : text.indexOf('\r\n.\r\n');
        if (end === -1) {
          text = text.slice(-4);
          break;
        }
        text = text.slice(end + (isEmpty ? 3 : 5));
        inContent = false;
        counts.messages++;
        answer += '250 2.0.0 taken\r\n';
        continue;
      }
      const end = text.indexOf('\r\n');
      if (end === -1) break;
      const verb = text.slice(0, 4).toUpperCase();
      text = text.slice(end + 2);
      if (verb === 'DATA') {
        inContent = true;
        answer += '354 go on\r\n';
      } else if (verb === 'EHLO') answer += announcement;
      else if (verb === 'QUIT') {
        socket.end(`${answer}221 bye\r\n`);
        return;
      } else answer += '250 2.1.0 ok\r\n';
    }
    rest = text;
    if (answer !== '') socket.write(answer);
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sink = await startSink(Number(process.argv[2] ?? 0));
  console.log(`listening ${sink.port}`);
  process.on('message', () => process.send?.(sink.counts));
  process.on('disconnect', () => process.exit(0));
}
