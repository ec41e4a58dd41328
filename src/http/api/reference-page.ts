import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ApiDocument } from './api-document.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The parts of an operation and of a schema that the page reads. */
interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema?: Schema;
  }[];
  readonly requestBody?: { content?: Record<string, { schema?: Schema }> };
  readonly responses?: Record<
    string,
    { description?: string; content?: Record<string, { schema?: Schema }> }
  >;
  readonly 'x-permission'?: string;
}
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The reference as one page without scripts: a list of routes on the left, each with what it takes and answers. */
export function referencePage(document: ApiDocument): Html {
  const byTag = Map.groupBy(entriesOf(document), ({ operation }) => operation.tags?.[0] ?? 'other');
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vigente API</title>
<link rel="stylesheet" href="/api/reference.css">
</head>
<body>
<a class="skip" href="#routes">Skip to the routes</a>
<nav aria-label="Routes">
<p class="mark"><svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true"><circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2.5" pathLength="100" stroke-dasharray="80 20" transform="rotate(-18 8 8)"/></svg> Vigente API</p>
${[...byTag].map(
  ([tag, entries]) =>
    html`<h2>${tag}</h2><ul>${entries.map(
      (entry) =>
        html`<li><a href="#${anchorOf(entry)}"><span class="verb ${entry.method}">${entry.method.toUpperCase()}</span> ${entry.path}</a></li>`,
    )}</ul>`,
)}
<h2>Shapes</h2><ul>${schemas.map(([name]) => html`<li><a href="#shape-${name}">${name}</a></li>`)}</ul>
</nav>
<main id="routes">
<h1>Vigente API</h1>
<p><a href="/api/openapi.json">openapi.json</a> · OpenAPI 3.1</p>
${introduction(document.info.description ?? '')}
${[...byTag].map(([tag, entries]) => html`<section><h2>${tag}</h2>${entries.map(routeCard)}</section>`)}
<section><h2>Shapes</h2>${schemas.map(
    ([name, schema]) => html`<article id="shape-${name}"><h3>${name}</h3>${fieldsOf(schema)}</article>`,
  )}</section>
</main>
</body></html>`;
}

function entriesOf(document: ApiDocument): Entry[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = (item as Record<string, Operation | undefined>)[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );
}

function anchorOf({ method, path }: Entry): string {
  return `${method}${path.replace(/[^a-z0-9]+/gi, '-')}`;
}

function introduction(text: string): Html {
  const [lead, ...points] = text.split('\n').filter((line) => line !== '');
  return html`<p>${lead}</p><ul>${points.map((point) => html`<li>${point.replace(/^- /, '')}</li>`)}</ul>`;
}

function routeCard(entry: Entry): Html {
  const { method, path, operation } = entry;
  const body = Object.entries(operation.requestBody?.content ?? {})[0];
  return html`<article id="${anchorOf(entry)}">
<h3><span class="verb ${method}">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${operation.summary ?? ''}${operation.description ? html` ${operation.description}` : ''}</p>
<p class="right">Takes the right <code>${operation['x-permission'] ?? 'none'}</code></p>
${operation.parameters?.length ? html`<h4>Parameters</h4>${parametersOf(operation.parameters)}` : ''}
${body ? html`<h4>Body <code>${body[0]}</code></h4>${fieldsOf(body[1].schema ?? {})}` : ''}
<h4>Answers</h4>${answersOf(operation.responses ?? {})}
</article>`;
}

function parametersOf(parameters: NonNullable<Operation['parameters']>): Html {
  return table(
    parameters.map(
      ({ name, in: where, required, description, schema = {} }) =>
        html`<tr><th scope="row"><code>${name}</code>${
          required ? html` <em>required</em>` : ''
        }</th><td>${where}</td><td>${typeOf(schema)}${notes(description ?? schema.description, schema)}</td></tr>`,
    ),
  );
}

function answersOf(responses: NonNullable<Operation['responses']>): Html {
  return html`${Object.entries(responses).map(([status, { description, content = {} }]) => {
    const shape = Object.values(content)[0]?.schema;
    const type = Object.keys(content)[0];
    return html`<div class="answer"><p><strong>${status}</strong> ${description ?? ''} ${
      type ? html`<code>${type}</code>` : ''
    } ${shape?.$ref ? typeOf(shape) : ''}</p>${shape && !shape.$ref ? fieldsOf(shape) : ''}</div>`;
  })}`;
}

function fieldsOf(schema: Schema): Html {
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants) return html`${variants.map((variant) => html`<p>One of:</p>${fieldsOf(variant)}`)}`;
  if (!schema.properties) return html`<p>${typeOf(schema)}${notes(schema.description, schema)}</p>`;
  return table(
    Object.entries(schema.properties).map(
      ([name, field]) =>
        html`<tr><th scope="row"><code>${name}</code></th><td>${
          schema.required?.includes(name) ? '' : html`<em>optional</em>`
        }</td><td>${typeOf(field)}${notes(field.description, field)}${nested(field)}</td></tr>`,
    ),
  );
}

function nested(schema: Schema): Html | '' {
  if (schema.properties) return fieldsOf(schema);
  if (schema.items?.properties) return fieldsOf(schema.items);
  const inner = schema.anyOf?.find((one) => one.properties ?? one.items?.properties);
  return inner ? nested(inner) : '';
}

/** A table in a box of its own, which scrolls where the page is narrow. */
function table(rows: readonly Html[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Fields"><table>${rows}</table></div>`;
}

function typeOf(schema: Schema): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return html`<a href="#shape-${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.enum) {
    return html`${schema.enum.map((value, at) => html`${at > 0 ? ' | ' : ''}<code>${JSON.stringify(value)}</code>`)}`;
  }
  const variants = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (variants) return html`${variants.map((one, at) => html`${at > 0 ? raw(' | ') : ''}${typeOf(one)}`)}`;
  if (schema.items) return html`list of ${typeOf(schema.items)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return html`${type}${schema.format ? ` (${schema.format})` : ''}`;
}

function notes(description: string | undefined, { default: preset, minimum, maximum }: Schema): Html {
  const range = minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : '';
  const said = [
    description ?? '',
    range,
    preset === undefined ? '' : `without it: ${JSON.stringify(preset)}`,
  ].filter((note) => note !== '');
  return said.length > 0 ? html` <span class="note">${said.join('; ')}</span>` : html``;
}
