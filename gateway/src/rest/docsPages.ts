import type {
  OpenAPIObject,
  OperationObject,
  ParameterObject,
  ReferenceObject,
  ResponseObject,
  SchemaObject,
} from 'openapi3-ts/oas31';
import { curlExample } from './curlExample.ts';
import { bounds, path, typeOf, verb } from './docsParts.ts';
import { type Html, html, prose } from './html.ts';
import { type ProblemCode, problemKinds, slugOf, titleOf } from './problem.ts';

type Schema = SchemaObject | ReferenceObject;

/** An operation with where it stands. */
interface Placed {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

/** The pages that explain a REST face to people, made of its OpenAPI document. Pages are whole HTML documents. */
export interface DocsPages {
  readonly overview: string;
  readonly types: string;
  /** The page of a collection; undefined when there is none of the name. */
  collection(tag: string): string | undefined;
  /** The page of a kind of problem, by the last part of its address; undefined when there is none. */
  problem(slug: string): string | undefined;
}

/** Makes the pages of a document. */
export function createDocsPages(document: OpenAPIObject): DocsPages {
  const placed: Placed[] = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, OperationObject>).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
  const groups = document['x-tagGroups'] as { name: string; tags: string[] }[];
  const schemas = (document.components?.schemas ?? {}) as Record<string, SchemaObject>;
  const ofTag = (tag: string) =>
    placed.filter(({ operation }) => operation.tags?.[0] === tag).toSorted(byPath);
  const meanings = new Map(document.tags?.map(({ name, description }) => [name, description]));

  return {
    overview: page('Guildhall by REST', 'overview', overview()),
    types: page(
      'Types',
      'types',
      html`<h1>Types</h1>
        <p class="lead">
          What answers and bodies are made of. A record in an answer has those of these values that were
          chosen, or that you may read.
        </p>
        ${Object.keys(schemas)
          .toSorted()
          .map((name) => typeSection(name, schemas[name]!))}`,
    ),
    collection(tag) {
      const operations = ofTag(tag);
      if (operations.length === 0) return undefined;
      return page(
        wordsOf(tag),
        tag,
        html`<h1>${wordsOf(tag)}</h1>
          <div class="lead">${prose(meanings.get(tag))}</div>
          <ul class="contents">
            ${operations.map(
              (one) =>
                html`<li>
                  <a href="#${one.operation.operationId ?? ''}">${verb(one.method)} ${path(one.path)}</a>
                </li>`,
            )}
          </ul>
          ${operations.map(operationSection)}`,
      );
    },
    problem(slug) {
      const code = (Object.keys(problemKinds) as ProblemCode[]).find((one) => slugOf(one) === slug);
      const refusal = Object.entries(schemas).find(([name, { allOf }]) => allOf && slugOf(name) === slug);
      if (!code && !refusal) return undefined;
      const title = refusal ? titleOf(refusal[0]) : problemKinds[code!].title;
      return page(title, 'problems', problemBody(title, slug, code, refusal));
    },
  };

  function overview(): Html {
    return html`<h1>Guildhall by REST</h1>
      <div class="lead">${prose(document.info.description)}</div>
      <p><a href="/rest/openapi.json">The OpenAPI 3.1 document</a> makes clients and imports into tools.</p>
      <section>
        <h2 id="begin">Begin</h2>
        <p>Send an access token as <code>Bearer</code>, or a machine's API key as <code>Basic</code>.</p>
        <pre tabindex="0"><code>GUILDHALL=https://graph.example
curl -s "$GUILDHALL/rest/v1/me" \\
  -H "authorization: Bearer $TOKEN"</code></pre>
      </section>
      <section>
        <h2 id="operations">Operations</h2>
        ${groups.map(
          ({ name, tags }) =>
            html`<h3>The domain ${name}</h3>
              ${tags.map(
                (tag) =>
                  html`<h4><a href="/rest/docs/${tag}">${wordsOf(tag)}</a></h4>
                    ${operationTable(ofTag(tag))}`,
              )}`,
        )}
      </section>
      <section>
        <h2 id="problems">Problems</h2>
        <p>
          What cannot be answered is a problem (RFC 9457): <code>application/problem+json</code> with
          <code>type</code>, <code>title</code>, <code>status</code> and <code>detail</code>, and what belongs
          to its kind.
        </p>
        ${problemTable()}
      </section>`;
  }

  function operationTable(operations: readonly Placed[]): Html {
    return html`<table class="operations">
      <tbody>
        ${operations.map(
          ({ method, path: address, operation }) =>
            html`<tr>
              <td>
                <a href="/rest/docs/${operation.tags?.[0]}#${operation.operationId ?? ''}"
                  >${verb(method)} ${path(address)}</a
                >
              </td>
              <td>${operation.summary}${operation.deprecated && html` <em>Deprecated.</em>`}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  function problemTable(): Html {
    const own = (Object.keys(problemKinds) as ProblemCode[]).map((code) => ({
      slug: slugOf(code),
      title: problemKinds[code].title,
      status: String(problemKinds[code].status),
    }));
    const refusals = Object.entries(schemas)
      .filter(([name, { allOf }]) => allOf && !own.some(({ slug }) => slug === slugOf(name)))
      .map(([name]) => ({ slug: slugOf(name), title: titleOf(name), status: statusOf(name) }));
    return html`<table>
      <thead>
        <tr>
          <th>Status</th>
          <th>Kind</th>
        </tr>
      </thead>
      <tbody>
        ${[...own, ...refusals]
          .toSorted((a, b) => (a.status < b.status ? -1 : 1))
          .map(
            ({ slug, title, status }) =>
              html`<tr>
                <td class="number">${status}</td>
                <td><a href="/rest/problems/${slug}">${title}</a></td>
              </tr>`,
          )}
      </tbody>
    </table>`;
  }

  /** The status under which operations tell a refusal. */
  function statusOf(refusal: string): string {
    for (const { operation } of placed) {
      const found = Object.entries(operation.responses ?? {}).find(([, response]) =>
        JSON.stringify(response).includes(`"#/components/schemas/${refusal}"`),
      );
      if (found) return found[0];
    }
    return '';
  }

  function problemBody(
    title: string,
    slug: string,
    code: ProblemCode | undefined,
    refusal: [string, SchemaObject] | undefined,
  ): Html {
    const status = refusal ? statusOf(refusal[0]) : String(problemKinds[code!].status);
    const own = refusal?.[1].allOf?.find((part) => 'properties' in part) as SchemaObject | undefined;
    const users = refusal
      ? placed.filter(({ operation }) =>
          JSON.stringify(operation.responses).includes(`"#/components/schemas/${refusal[0]}"`),
        )
      : [];
    const { type: _, ...members } = own?.properties ?? {};
    return html`<h1>${title}</h1>
      <p class="lead">Status ${status}, type <code>/rest/problems/${slug}</code></p>
      ${prose(refusal?.[1].description)} ${code && prose(meaningOf(code))}
      ${
        Object.keys(members).length > 0 &&
        html`<h2>What it says besides</h2>
          ${propertyTable(members)}`
      }
      ${
        users.length > 0 &&
        html`<h2>Where it is met</h2>
          ${operationTable(users)}`
      }`;
  }

  /** What a kind means here, with the limits that are set. */
  function meaningOf(code: ProblemCode): string | undefined {
    return (document.components?.responses?.[code] as ResponseObject | undefined)?.description;
  }

  function operationSection({ method, path: address, operation }: Placed): Html {
    const parameters = (operation.parameters ?? []) as ParameterObject[];
    const body = operation.requestBody as
      { required?: boolean; content: Record<string, { schema: SchemaObject; example: unknown }> } | undefined;
    const media = body?.content['application/json'];
    return html`<section class="operation" id="${operation.operationId ?? ''}">
      <h2><a href="#${operation.operationId ?? ''}">${verb(method)} ${path(address)}</a></h2>
      ${operation.deprecated && html`<p><strong>Deprecated.</strong></p>`} ${prose(operation.description)}
      ${
        parameters.length > 0 &&
        html`<h3>Parameters</h3>
          ${parameterTable(parameters)}`
      }
      ${
        media &&
        html`<h3>Body${!body?.required && ', may be left out'}</h3>
          ${propertyTable(media.schema.properties ?? {}, media.schema.required ?? [])}`
      }
      <h3>Answer</h3>
      ${answers(operation)}
      <h3>Example</h3>
      <pre tabindex="0"><code>${curlExample(method, address, parameters, media?.example)}</code></pre>
    </section>`;
  }

  function answers(operation: OperationObject): Html {
    const all = Object.entries(operation.responses ?? {}) as [string, ResponseObject | ReferenceObject][];
    const rows = all.map(([status, response]) => {
      if (status.startsWith('2'))
        return html`<tr>
          <td class="number">${status}</td>
          <td>${success(response as ResponseObject)}</td>
        </tr>`;
      return html`<tr>
        <td class="number">${status}</td>
        <td>${problemsOf(status, response)}</td>
      </tr>`;
    });
    return html`<table>
      <thead>
        <tr>
          <th>Status</th>
          <th>What it holds</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
  }

  function success(response: ResponseObject): Html {
    const properties = (response.content?.['application/json']?.schema as SchemaObject | undefined)
      ?.properties;
    if (!properties) return html`Nothing: it was done.`;
    return html`${Object.entries(properties).map(
      ([name, schema]) => html`<div><code>${name}</code> ${typeOf(schema)}</div>`,
    )}`;
  }

  function problemsOf(status: string, response: ResponseObject | ReferenceObject): Html {
    if ('$ref' in response) {
      const code = response.$ref.split('/').at(-1) as ProblemCode;
      const title = status === '504' ? 'It takes too long' : problemKinds[code].title;
      return html`<a href="/rest/problems/${slugOf(code)}">${title}</a>`;
    }
    const types = [...response.description.matchAll(/^- `\/rest\/problems\/([^`]+)`/gm)].map(
      ([, slug]) => slug!,
    );
    return html`${types.map((slug, index) => html`${index > 0 && ', '}<a href="/rest/problems/${slug}">${titleOfSlug(slug)}</a>`)}`;
  }

  function titleOfSlug(slug: string): string {
    const code = (Object.keys(problemKinds) as ProblemCode[]).find((one) => slugOf(one) === slug);
    return code ? problemKinds[code].title : wordsOf(slug);
  }

  function parameterTable(parameters: readonly ParameterObject[]): Html {
    return html`<table>
      <thead>
        <tr>
          <th>Name</th>
          <th>Type</th>
          <th>Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${parameters.map((parameter) => {
          const schema = (parameter.schema ??
            Object.values(parameter.content ?? {})[0]?.schema ??
            {}) as SchemaObject;
          return html`<tr>
            <td>
              <code>${parameter.name}</code
              >${parameter.required && html` <em>needed</em>`}${parameter.in === 'path' && html` <em>in the path</em>`}
            </td>
            <td>${typeOf(schema)}${bounds(schema)}</td>
            <td>
              ${parameter.deprecated && html`<strong>Deprecated.</strong> `}${prose(parameter.description)}
            </td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  function propertyTable(properties: Record<string, Schema>, required: readonly string[] = []): Html {
    return html`<table>
      <thead>
        <tr>
          <th>Name</th>
          <th>Type</th>
          <th>Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(properties).map(([name, schema]) => {
          const { description, deprecated } = schema as SchemaObject;
          return html`<tr>
            <td><code>${name}</code>${required.includes(name) && html` <em>needed</em>`}</td>
            <td>${typeOf(schema)}${bounds(schema as SchemaObject)}</td>
            <td>${deprecated && html`<strong>Deprecated.</strong> `}${prose(description)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  function typeSection(name: string, schema: SchemaObject): Html {
    if (schema.allOf) return html``;
    return html`<section id="${name}">
      <h2><a href="#${name}">${name}</a></h2>
      ${prose(schema.description)}
      ${schema.properties && propertyTable(schema.properties, schema.additionalProperties === false ? (schema.required ?? []) : [])}
      ${schema.anyOf && html`<p>${typeOf(schema)}</p>`}
    </section>`;
  }

  function page(title: string, current: string, content: Html): string {
    const link = (href: string, name: string, key: string) =>
      html`<li><a href="${href}" ${current === key && html` aria-current="page"`}>${name}</a></li>`;
    const nav = html`<ul>
        ${link('/rest', 'Overview', 'overview')} ${link('/rest/types', 'Types', 'types')}
        ${link('/rest#problems', 'Problems', 'problems')}
      </ul>
      ${groups.map(
        ({ name, tags }) =>
          html`<h2>${wordsOf(name)}</h2>
            <ul>
              ${tags.map((tag) => link(`/rest/docs/${tag}`, wordsOf(tag), tag))}
            </ul>`,
      )}`;
    return html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${title}${current !== 'overview' && ' · Guildhall by REST'}</title>
          <link rel="stylesheet" href="/rest/docs.css" />
        </head>
        <body>
          <a class="skip" href="#main">Skip to the content</a>
          <details class="menu">
            <summary>Contents</summary>
            <nav aria-label="Contents">${nav}</nav>
          </details>
          <nav class="side" aria-label="Contents at the side">${nav}</nav>
          <main id="main" tabindex="-1">${content}</main>
        </body>
      </html>`.text;
  }
}

/** A name in addresses as words with a capital: `rota-templates` is "Rota templates". */
function wordsOf(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const order = ['GET', 'POST', 'PATCH', 'DELETE'];

/** What stands under the name of the tag first: the collection, its records, what is done with them. */
function byPath(a: Placed, b: Placed): number {
  const isElsewhere = ({ path: address, operation }: Placed) =>
    Number(address.split('/')[3] !== operation.tags?.[0]);
  const depth = ({ path: address }: Placed) => address.split('/').length;
  return (
    isElsewhere(a) - isElsewhere(b) ||
    depth(a) - depth(b) ||
    a.path.localeCompare(b.path, 'en') ||
    order.indexOf(a.method) - order.indexOf(b.method)
  );
}
