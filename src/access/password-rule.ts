/** NIST SP 800-63B-4 section 3.1.1.2: length is what counts; composition rules do not help. */
export const passwordLength = { least: 12, most: 128 } as const;

export type PasswordTrouble = 'too-short' | 'too-long' | 'too-simple' | 'own-name';

/** Why a password will not do, or null. */
export function passwordTrouble(
  password: string,
  person: { email: string; name: string },
): PasswordTrouble | null {
  const length = [...password].length;
  if (length < passwordLength.least) return 'too-short';
  if (password.length > passwordLength.most) return 'too-long';
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5 || isRun(plain) || common.some((word) => isMostly(plain, word)))
    return 'too-simple';
  const own = [person.email.split('@')[0]!, ...person.name.split(/\s+/)].map((part) => part.toLowerCase());
  return own.some((part) => part.length >= 4 && isMostly(plain, part)) ? 'own-name' : null;
}

const common = [
  'password',
  'contraseña',
  'contrasena',
  'qwertyuiop',
  'vigente',
  'administrator',
  'administrador',
];

/** Taking the word away leaves next to nothing. */
function isMostly(password: string, word: string): boolean {
  return password.includes(word) && password.replaceAll(word, '').length < 5;
}

/** `123456789012`, `abcdefghijkl`. */
function isRun(password: string): boolean {
  const steps = [...password].slice(1).map((letter, at) => letter.charCodeAt(0) - password.charCodeAt(at));
  return steps.filter((step) => step === 1 || step === -1 || step === -9).length >= steps.length - 1;
}
