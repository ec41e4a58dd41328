import dgram from 'node:dgram';

/** Records by name, lower case. `silent`: no answer at all. */
export interface FakeZone {
  txt?: Record<string, readonly string[] | 'silent'>;
  mx?: Record<string, readonly string[]>;
}

export interface FakeDns {
  /** For a resolver's `setServers`. */
  readonly server: string;
  /** Every name that was asked for, with its type. */
  readonly asked: readonly string[];
  setZone(zone: FakeZone): void;
  close(): Promise<void>;
}

const types: Readonly<Record<number, 'txt' | 'mx'>> = { 16: 'txt', 15: 'mx' };

/** A DNS server on 127.0.0.1 that knows what it is told (RFC 1035 over UDP). */
export async function startFakeDns(zone: FakeZone = {}): Promise<FakeDns> {
  let known = zone;
  const asked: string[] = [];
  const socket = dgram.createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, type, end } = questionOf(query);
    const kind = types[type];
    asked.push(`${kind ?? type} ${name}`);
    const records = kind === undefined ? undefined : known[kind]?.[name];
    if (records === 'silent') return;
    const data = (records ?? []).map((record) => (kind === 'mx' ? mxData(record) : txtData(record)));
    socket.send(
      answer(query.subarray(0, end), { type, data, exists: records !== undefined }),
      from.port,
      from.address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    server: `127.0.0.1:${socket.address().port}`,
    asked,
    setZone(next) {
      known = next;
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function questionOf(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

interface Answer {
  readonly type: number;
  readonly data: readonly Buffer[];
  readonly exists: boolean;
}

function answer(question: Buffer, { type, data, exists }: Answer): Buffer {
  const head = Buffer.from(question);
  head.writeUInt16BE(exists ? 0x8580 : 0x8583, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(data.length, 6);
  head.writeUInt16BE(0, 8);
  head.writeUInt16BE(0, 10);
  const records = data.map((one) => {
    const record = Buffer.alloc(12);
    record.writeUInt16BE(0xc00c, 0);
    record.writeUInt16BE(type, 2);
    record.writeUInt16BE(1, 4);
    record.writeUInt32BE(60, 6);
    record.writeUInt16BE(one.length, 10);
    return Buffer.concat([record, one]);
  });
  return Buffer.concat([head, ...records]);
}

function txtData(text: string): Buffer {
  const pieces = text.match(/.{1,255}/gs) ?? [''];
  return Buffer.concat(
    pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece)])),
  );
}

function mxData(host: string): Buffer {
  const labels = host
    .split('.')
    .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([Buffer.from([0, 10]), ...labels, Buffer.from([0])]);
}
