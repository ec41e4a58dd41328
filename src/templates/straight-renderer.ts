import { Fault } from '../kernel/fault.ts';

/**
 * Renders a parsed template by plain function calls. LiquidJS walks the same tree with generators, which costs several
 * times as much; a sender of tens of thousands of letters feels it. Only what our letters use is known here
 * (`if`, `unless`, `for`, values, our filters); for any other template `straightRenderer` answers undefined and
 * LiquidJS renders it. A test holds the two to the same bytes.
 */
export type StraightRenderer = (view: object) => string;

interface Run {
  readonly view: object;
  readonly slots: unknown[];
  out: string;
  steps: number;
}
type Step = (run: Run) => void;
type Read = (run: Run) => unknown;
/** Loop variables in sight and the slot each lives in. */
type Scope = ReadonlyMap<string, number>;

/** Counted, not timed: the same template stops at the same place on every machine. */
const mostSteps = 1_000_000;
const longestOutput = 8_000_000;

/** LiquidJS's tree, as far as it is used (liquidjs 10: template/value.ts, tags/if.ts, tags/for.ts). */
interface Token {
  readonly content?: unknown;
  readonly operator?: string;
  readonly variable?: unknown;
  readonly props?: readonly Token[];
}
interface Filter {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly handler: (...values: unknown[]) => unknown;
}
interface Value {
  readonly initial: { readonly postfix: readonly Token[] };
  readonly filters: readonly Filter[];
}
interface Node {
  readonly str?: string;
  readonly value?: Value;
  readonly name?: string;
  readonly variable?: string;
  readonly collection?: Token;
  readonly hash?: { readonly hash: object };
  readonly templates?: readonly Node[];
  readonly branches?: readonly { readonly value: Value; readonly templates: readonly Node[] }[];
  readonly elseTemplates?: readonly Node[];
}

class Unknown extends Error {}

function unknown(what: string): never {
  throw new Unknown(what);
}

const isTruthy = (value: unknown): boolean => value !== false && value !== null && value !== undefined;

/** Reads `a.b.c`; a name that is not there is a fault, or null where a condition asks. */
function readPath(token: Token, scope: Scope, lenient: boolean): Read {
  const names = token.props!.map((prop) =>
    typeof prop.content === 'string' ? prop.content : unknown('index'),
  );
  const [first, ...rest] = names as [string, ...string[]];
  const special = first === 'forloop' ? ['__proto__'] : ['size', 'first', 'last'];
  if (names.some((name) => name in Object.prototype) || rest.some((name) => special.includes(name))) {
    unknown('special property');
  }
  const slot = scope.get(first);
  const absent = (): null => {
    if (lenient) return null;
    throw new Fault('invalid', `undefined variable: ${names.join('.')}`);
  };
  return (run) => {
    let value = slot === undefined ? (run.view as Record<string, unknown>)[first] : run.slots[slot];
    for (const name of rest) {
      if (typeof value !== 'object' || value === null) return absent();
      value = (value as Record<string, unknown>)[name];
    }
    return value === undefined ? absent() : value;
  };
}

function readToken(token: Token, scope: Scope, lenient: boolean): Read {
  if ('content' in token) {
    const { content } = token;
    if (content !== null && typeof content === 'object') unknown('literal drop');
    return () => content;
  }
  if (token.props && token.variable === undefined) return readPath(token, scope, lenient);
  return unknown('token');
}

const operators: Readonly<Record<string, (left: Read, right: Read) => Read>> = {
  and: (left, right) => (run) => isTruthy(left(run)) && isTruthy(right(run)),
  or: (left, right) => (run) => isTruthy(left(run)) || isTruthy(right(run)),
  '>': (left, right) => (run) => (left(run) as number) > (right(run) as number),
};

function readValue(value: Value, scope: Scope, lenient: boolean): Read {
  const operands: Read[] = [];
  for (const token of value.initial.postfix) {
    if (token.operator === undefined) {
      operands.push(readToken(token, scope, lenient));
      continue;
    }
    const operator = operators[token.operator] ?? unknown(token.operator);
    const right = operands.pop()!;
    operands.push(operator(operands.pop()!, right));
  }
  return value.filters.reduce<Read>((read, filter) => {
    if (!['say', 'upcase'].includes(filter.name) && filter !== value.filters.at(-1)) unknown(filter.name);
    const { handler } = filter;
    const [arg, ...more] = filter.args.map((one) => readToken(one as Token, scope, false));
    if (more.length > 0) unknown('arguments');
    return arg ? (run) => handler(read(run), arg(run)) : (run) => handler(read(run));
  }, operands[0] ?? unknown('nothing to show'));
}

function ifStep(node: Node, scope: Scope, wanted: boolean): Step {
  const branches = node.branches!.map(({ value, templates }, at) => {
    const read = readValue(value, scope, true);
    // In `unless` only the first condition is turned round.
    const expected = at === 0 ? wanted : true;
    return { holds: (run: Run) => isTruthy(read(run)) === expected, step: steps(templates, scope) };
  });
  const otherwise = steps(node.elseTemplates ?? [], scope);
  return (run) => {
    for (const branch of branches) {
      if (branch.holds(run)) return branch.step(run);
    }
    otherwise(run);
  };
}

function forStep(node: Node, scope: Scope): Step {
  if (Object.keys(node.hash?.hash ?? {}).length > 0 || (node.elseTemplates ?? []).length > 0) unknown('for');
  const collection = readToken(node.collection!, scope, false);
  const [item, loop] = [scope.size, scope.size + 1];
  // Every loop has slots of its own, also one that takes the name of a loop around it.
  const inner = new Map([...scope, [`#${scope.size}`, item], [`#${scope.size + 1}`, loop]] as [
    string,
    number,
  ][]);
  inner.set(node.variable!, item);
  inner.set('forloop', loop);
  const body = steps(node.templates!, inner);
  return (run) => {
    const list = collection(run);
    if (!Array.isArray(list)) throw new Fault('invalid', 'a loop runs over something that is not a list');
    for (const [i, entry] of list.entries()) {
      run.slots[item] = entry;
      run.slots[loop] = {
        index: i + 1,
        index0: i,
        first: i === 0,
        last: i === list.length - 1,
        length: list.length,
      };
      body(run);
    }
  };
}

function stepOf(node: Node, scope: Scope): Step {
  if (typeof node.str === 'string') {
    const { str } = node;
    return (run) => {
      run.out += str;
    };
  }
  if (node.name === 'if') return ifStep(node, scope, true);
  if (node.name === 'unless') return ifStep(node, scope, false);
  if (node.name === 'for') return forStep(node, scope);
  if (node.name === undefined && node.value) {
    const read = readValue(node.value, scope, false);
    return (run) => {
      run.out += read(run) as string;
    };
  }
  return unknown(node.name ?? 'node');
}

function steps(nodes: readonly Node[], scope: Scope): Step {
  const all = nodes.map((node) => stepOf(node, scope));
  return (run) => {
    run.steps += all.length;
    if (run.steps > mostSteps || run.out.length > longestOutput) {
      throw new Fault('too-large', 'a template needs more steps or gives more text than one message may');
    }
    for (const step of all) step(run);
  };
}

/** The renderer, or undefined for a template that uses more than is known here. */
export function straightRenderer(template: readonly unknown[]): StraightRenderer | undefined {
  try {
    const step = steps(template as readonly Node[], new Map());
    return (view) => {
      const run: Run = { view, slots: [], out: '', steps: 0 };
      step(run);
      return run.out;
    };
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}
