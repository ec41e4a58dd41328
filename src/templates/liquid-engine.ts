import { Liquid, type LiquidOptions, type Template } from 'liquidjs';
import { Fault } from '../kernel/fault.ts';
import type { Speaker, Values } from './say.ts';

/** What any one message may use up. A template that needs more is stopped. */
const limits = { parseLimit: 400_000, renderLimit: 2_000, memoryLimit: 20_000_000 } as const;

const shared: LiquidOptions = {
  ...limits,
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  ownPropertyOnly: true,
  relativeReference: false,
  cache: false,
};

/** Only these: no includes from a disk, no loops over made-up ranges' side doors, no filters with options of their own. */
const allowedTags = new Set(['if', 'unless', 'case', 'for', 'assign', 'comment', 'raw']);

function withOnly(engine: Liquid, tags: ReadonlySet<string>, filters: ReadonlySet<string>): void {
  for (const name of Object.keys(engine.tags)) if (!tags.has(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) if (!filters.has(name)) delete engine.filters[name];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const special = /[&<>"']/g;

/** Made once per (language, kind of text): renders the values of one notice into a compiled template. */
export function factEngine(speaker: Speaker, kind: 'html' | 'text'): Liquid {
  const engine = new Liquid({
    ...shared,
    templates: {},
    // Rendering allocates little, and every output passes here once: the one place where values are escaped.
    outputEscape: (value: unknown) => {
      const text = value === null || value === undefined ? '' : String(value);
      return kind === 'text' ? text : text.replace(special, (found) => entities[found]!);
    },
  });
  withOnly(engine, allowedTags, new Set());
  engine.registerFilter('upcase', (text: unknown) => String(text).toUpperCase());
  engine.registerFilter('say', (key: string, values: Values) => speaker.say(key, values));
  return engine;
}

/** What the brand phase writes into a Liquid source must never be read as Liquid again. */
function inert(text: string, kind: 'html' | 'text'): string {
  if (kind === 'text') return text.replace(/[{}]/g, (brace) => `{{ "${brace}" }}`);
  return text
    .replace(special, (found) => entities[found]!)
    .replace(/[{}]/g, (brace) => `&#${brace.charCodeAt(0)};`);
}

export interface BrandPhase {
  readonly kind: 'html' | 'text';
  readonly speaker: Speaker;
  readonly labelWidth: number;
  readonly parts: Readonly<Record<string, string>>;
}

/** `[[ … ]]` and `[% … %]`: brand and fixed texts go in first, so that MJML sees real colours and widths. */
export function brandEngine({ kind, speaker, labelWidth, parts }: BrandPhase): Liquid {
  const engine = new Liquid({
    ...shared,
    templates: { ...parts },
    dynamicPartials: true,
    tagDelimiterLeft: '[%',
    tagDelimiterRight: '%]',
    outputDelimiterLeft: '[[',
    outputDelimiterRight: ']]',
    outputEscape: (value: unknown) => inert(value === null || value === undefined ? '' : String(value), kind),
  });
  withOnly(engine, new Set([...allowedTags, 'include']), new Set(['upcase']));
  engine.registerFilter('text', (key: string, ...named: [string, string][]) =>
    speaker.say(key, Object.fromEntries(named)),
  );
  engine.registerFilter('label', (key: string) => `${speaker.say(key)}:`.padEnd(labelWidth));
  return engine;
}

/** Parses or fails with a fault that says in which part of which template. */
export function parsed(engine: Liquid, source: string, place: string): Template[] {
  try {
    return engine.parse(source);
  } catch (error) {
    throw new Fault('invalid', `${place}: ${(error as Error).message.split('\n')[0]}`, { cause: error });
  }
}

export function rendered(engine: Liquid, template: Template[], values: object, place: string): string {
  try {
    return engine.renderSync(template, values) as string;
  } catch (error) {
    const original = (error as { originalError?: unknown }).originalError;
    if (original instanceof Fault) throw original;
    throw new Fault('invalid', `${place}: ${(error as Error).message.split('\n')[0]}`, { cause: error });
  }
}
