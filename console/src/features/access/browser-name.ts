const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** `Firefox · Linux`, as far as a browser says; null for what nobody knows. */
export function browserName(agent: string | null): string | null {
  const known = [browsers, systems].map((list) => list.find(([sign]) => sign.test(agent ?? ''))?.[1]);
  return known.filter(Boolean).join(' · ') || null;
}
