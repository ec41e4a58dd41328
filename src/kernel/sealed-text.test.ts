import { expect, it } from 'vitest';
import { openSealedText, sealText } from './sealed-text.ts';

const secrets = ['a secret as long as a secret has to be, one'] as const;
const name = { kind: 'mail password', about: 'partner 7' };

it('opens what it has sealed, and shows nothing of it before', () => {
  const sealed = sealText('contraseña: ñandú', name, secrets);
  expect(sealed).not.toContain('contrase');
  expect(sealText('contraseña: ñandú', name, secrets)).not.toBe(sealed);
  expect(openSealedText(sealed, name, secrets)).toBe('contraseña: ñandú');
});

it('opens with an older secret that is still kept', () => {
  const sealed = sealText('x', name, secrets);
  const newer = ['a secret as long as a secret has to be, two', secrets[0]] as const;
  expect(openSealedText(sealed, name, newer)).toBe('x');
});

it.each([
  [
    'another secret',
    (sealed: string) => openSealedText(sealed, name, ['a secret of somebody else, and as long']),
  ],
  ['another kind', (sealed: string) => openSealedText(sealed, { ...name, kind: 'dkim key' }, secrets)],
  ['another owner', (sealed: string) => openSealedText(sealed, { ...name, about: 'partner 8' }, secrets)],
  ['a bit that changed', (sealed: string) => openSealedText(flipped(sealed), name, secrets)],
  ['a piece of it', (sealed: string) => openSealedText(sealed.slice(0, 20), name, secrets)],
  ['nothing', () => openSealedText('', name, secrets)],
])('stays closed to %s', (_, open) => {
  expect(open(sealText('secreto', name, secrets))).toBeUndefined();
});

function flipped(sealed: string): string {
  const bytes = Buffer.from(sealed.slice(2), 'base64url');
  bytes[bytes.length - 1]! ^= 1;
  return `1.${bytes.toString('base64url')}`;
}
