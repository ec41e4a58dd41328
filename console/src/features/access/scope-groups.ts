import type { Words } from '../../words/message.ts';

/** What an API key may do, in the order in which people look for it. A feature that is not named stands at the end. */
const features: Readonly<Record<string, readonly string[]>> = {
  orders: ['dashboard', 'expiring', 'search', 'orders', 'renewed', 'requests', 'views'],
  customers: ['customers', 'notes', 'inbox', 'prices'],
  messages: ['plan', 'messages', 'notices', 'sending'],
  files: ['imports', 'exports'],
  administration: ['audit', 'people', 'keys', 'settings', 'setup'],
};

export interface ScopeGroup {
  /** Named by `scope.group.<name>`. */
  readonly name: string;
  readonly scopes: readonly string[];
}

export function scopeGroups(scopes: readonly string[]): ScopeGroup[] {
  const named = Object.entries(features).map(([name, own]) => ({
    name,
    scopes: own.flatMap((feature) => scopes.filter((scope) => featureOf(scope) === feature)),
  }));
  const known = new Set(named.flatMap((group) => group.scopes));
  const other = { name: 'other', scopes: scopes.filter((scope) => !known.has(scope)) };
  return [...named, other].filter((group) => group.scopes.length > 0);
}

function featureOf(scope: string): string {
  return scope.split(':')[0]!;
}

/** `Ver pedidos`; a permission without words shows its name. */
export function scopeText({ t, has }: Words, scope: string): string {
  const key = `scope.${scope.replace(':', '.')}`;
  return has(key) ? t(key) : scope;
}
