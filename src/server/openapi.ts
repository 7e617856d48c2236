import { z } from 'zod';
import { type Route, type RouteName, routes } from '../contract/routes.ts';
import * as shapes from '../contract/shapes.ts';
import type { ErrorCode } from '../domain/errors.ts';
import { STATUS } from './errors.ts';

type Json = Record<string, unknown>;

let cached: { key: string; text: string } | undefined;

/** The OpenAPI document as it is served, made once. */
export function openApiText(about: { version: string; publicUrl?: string | undefined }): string {
  const key = `${about.version} ${about.publicUrl ?? ''}`;
  if (cached?.key !== key) cached = { key, text: JSON.stringify(openApiDocument(about)) };
  return cached.text;
}

/** OpenAPI 3.1 of everything in the contract: https://spec.openapis.org/oas/v3.1.1.html */
export function openApiDocument({ version, publicUrl }: { version: string; publicUrl?: string | undefined }): Json {
  const schemas = new Schemas();
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(name, route, schemas) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tendril',
      version,
      description: 'Your people, and whom to reach out to today. Every write is a step that can be undone by its id.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${publicUrl?.replace(/\/$/, '') ?? ''}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: schemas.named,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Made with `tendril token create`, with the scope “read” or “write”.',
        },
        session: { type: 'apiKey', in: 'cookie', name: 'tendril.session_token' },
      },
      responses: {
        problem: {
          description: 'Why not: a code for programs, a sentence for people.',
          content: jsonContent(schemas.of(shapes.problem)),
        },
      },
    },
  };
}

function operationOf(name: RouteName, route: Route, schemas: Schemas): Json {
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    ...(route.auth === 'anyone' ? { security: [] } : { 'x-scope': route.auth }),
    parameters: [
      ...parametersOf(route.params, 'path', schemas),
      ...parametersOf(route.query, 'query', schemas),
      ...(route.method === 'get' || route.auth === 'anyone' ? [] : [IDEMPOTENCY_KEY]),
    ],
    ...bodyOf(name, route, schemas),
    responses: {
      200: { description: 'Done.', content: answerOf(route, schemas) },
      ...Object.fromEntries(
        refusalsOf(route).map((code) => [STATUS[code], { $ref: '#/components/responses/problem' }]),
      ),
    },
  };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The client’s own id for this act: sent twice, it is done once and answered alike.',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,64}$' },
};

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query', schemas: Schemas): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.of(schema) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function bodyOf(name: RouteName, route: Route, schemas: Schemas): Json {
  if (route.body) return { requestBody: { required: true, content: jsonContent(schemas.of(route.body)) } };
  if (!route.bodyType) return {};
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  const properties = name === 'putPhoto' ? { photo: file } : { files: { type: 'array', items: file, minItems: 1 } };
  return {
    requestBody: {
      required: true,
      content: { [route.bodyType]: { schema: { type: 'object', properties, required: Object.keys(properties) } } },
    },
  };
}

function answerOf(route: Route, schemas: Schemas): Json {
  if (route.response) return jsonContent(schemas.of(route.response));
  return { [route.responseType ?? 'application/octet-stream']: {} };
}

function refusalsOf(route: Route): ErrorCode[] {
  return [
    ...(route.params || route.query || route.body || route.bodyType ? (['invalid'] as const) : []),
    ...(route.auth === 'anyone' ? [] : (['unauthenticated'] as const)),
    ...(route.method === 'get' && route.auth !== 'write' ? [] : (['forbidden'] as const)),
    ...(route.params ? (['not-found'] as const) : []),
    ...(route.method === 'get' ? [] : (['conflict'] as const)),
    ...(route.body && route.auth === 'anyone' ? (['unauthenticated', 'too-many-requests'] as const) : []),
  ];
}

const jsonContent = (schema: Json) => ({ 'application/json': { schema } });

/** JSON Schemas of the contract's shapes; those with a name are written once and referred to. */
class Schemas {
  readonly named: Record<string, Json> = {};
  readonly #registry = z.registry<{ id: string }>();

  constructor() {
    for (const [name, shape] of Object.entries(shapes)) {
      if (shape instanceof z.ZodObject)
        this.#registry.add(shape, { id: name.replace(/^./, (letter) => letter.toUpperCase()) });
    }
  }

  of(schema: z.ZodType): Json {
    const {
      $schema: _,
      $defs = {},
      ...rest
    } = z.toJSONSchema(schema, {
      metadata: this.#registry,
      override: ({ jsonSchema }) => leaveOpen(jsonSchema),
    }) as Json & { $defs?: Record<string, Json> };
    for (const [name, definition] of Object.entries($defs)) this.named[name] ??= withReferences(definition);
    const { id, ...own } = rest;
    if (typeof id !== 'string') return withReferences(own);
    this.named[id] ??= withReferences(own);
    return { $ref: `#/components/schemas/${id}` };
  }
}

/** An answer may grow: a client must not refuse what it does not know. */
function leaveOpen(schema: Json): void {
  if (schema.additionalProperties === false) delete schema.additionalProperties;
}

function withReferences(schema: Json): Json {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : value,
    ),
  );
}
