import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Secrets } from './signed-token.ts';

/** What a sealed text is, and whose: opened under another name, it stays closed. */
export interface SealName {
  /** `mail password`, `dkim key`. Each has a key of its own. */
  readonly kind: string;
  /** Whose it is; bound to the text, so that it cannot be moved to another row. */
  readonly about: string;
}

const format = '1';
const ivBytes = 12;
const tagBytes = 16;

/** Encrypts a short text (AES-256-GCM, NIST SP 800-38D; keys by HKDF from the first secret). */
export function sealText(text: string, name: SealName, secrets: Secrets): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(name.kind, secrets[0]), iv);
  cipher.setAAD(Buffer.from(name.about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${format}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** The text, with whichever of the secrets sealed it; undefined where none did, or a bit has changed. */
export function openSealedText(sealed: string, name: SealName, secrets: Secrets): string | undefined {
  const [version, encoded] = sealed.split('.', 2);
  const bytes = Buffer.from(encoded ?? '', 'base64url');
  if (version !== format || bytes.length < ivBytes + tagBytes) return undefined;
  for (const secret of secrets) {
    const text = opened(bytes, keyFor(name.kind, secret), name.about);
    if (text !== undefined) return text;
  }
  return undefined;
}

function opened(bytes: Buffer, key: Uint8Array, about: string): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString();
  } catch {
    return undefined;
  }
}

function keyFor(kind: string, secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `vigente seal ${kind}`, 32));
}
