import nodemailer from 'nodemailer';
import { expect, test } from 'vitest';
import { startReceivingServer } from './receiving-server.ts';

test('counts what arrives and remembers the last subjects only', async () => {
  const server = await startReceivingServer();
  const transport = nodemailer.createTransport(server.url);
  try {
    for (let n = 1; n <= 6; n++) {
      await transport.sendMail({
        from: 'avisos@certificados.example',
        to: `persona${n}@cliente.example`,
        subject: `Aviso ${n}: su certificado SSL de la panadería del señor Núñez caduca dentro de ${n} días`,
        text: 'Buenos días:',
      });
    }
    const { messages, bytes, lastSubjects } = server.received();
    expect(messages).toBe(6);
    expect(bytes).toBeGreaterThan(600);
    expect(lastSubjects).toHaveLength(5);
    expect(lastSubjects.at(-1)).toBe(
      'Aviso 6: su certificado SSL de la panadería del señor Núñez caduca dentro de 6 días',
    );
  } finally {
    transport.close();
    await server.stop();
    await server.stop();
  }
});
