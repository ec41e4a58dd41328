import { domainToASCII } from 'node:url';

/** A name, or its beginning, as it is stored: lower case, A-labels. What cannot be written so stays as it was typed. */
export function typedHost(text: string): string {
  const lower = text.toLowerCase();
  return /[^\u0000-\u007f]/.test(lower) ? domainToASCII(lower) || lower : lower;
}
