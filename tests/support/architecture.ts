// Reads one source file and tells where it breaks the rules of the architecture: which layer may import which, and
// what only one place may do. The compiler's project references hold the direction too; this also sees packages,
// Node's own modules, dynamic imports and worker files.

import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

export type SourceFile = {
  /** From the package root, with slashes: `src/domain/dates.ts`. */
  readonly path: string;
  readonly text: string;
};

export type Violation = { readonly path: string; readonly line: number; readonly message: string };

/** Whom each layer may import beside itself. `types` are layers of which only types may be named. */
const LAYERS: Readonly<Record<string, { readonly from: readonly string[]; readonly types?: readonly string[] }>> = {
  domain: { from: [] },
  formats: { from: ['domain'] },
  contract: { from: ['domain'] },
  storage: { from: ['domain'] },
  services: { from: ['domain', 'formats', 'contract', 'storage'] },
  jobs: { from: ['domain', 'formats', 'contract', 'services'] },
  sync: { from: ['domain', 'formats', 'contract', 'services'] },
  server: { from: ['domain', 'formats', 'contract', 'services'] },
  mcp: { from: ['domain', 'formats', 'contract', 'services'] },
  cli: { from: ['domain', 'formats', 'contract', 'services'] },
  // Both end in the browser, where the schemas' library is not shipped.
  client: { from: ['domain'], types: ['contract'] },
  web: { from: ['domain', 'client'], types: ['contract'] },
};

/** The files beside the layers: the composition root and the entry. They may import everything. */
const ROOT = 'root';

/** Layers that run outside Node, or must not care. */
const WITHOUT_NODE = ['domain', 'contract', 'client', 'web'];

const NODE_MODULES = new Set(builtinModules.filter((name) => !name.startsWith('_')));

/** Packages with one home. */
const HOMES: readonly { readonly package: RegExp; readonly home: (path: string) => boolean; readonly where: string }[] =
  [
    { package: /^kysely(\/|$)/, home: (path) => path.startsWith('src/storage/'), where: 'src/storage' },
    {
      package: /^(pg(-.*)?|node:sqlite)(\/|$)/,
      home: (path) => path.startsWith('src/storage/dialects/'),
      where: 'src/storage/dialects',
    },
    {
      package: /^zod(\/|$)/,
      home: (path) => !/^(web|src\/client)\//.test(path),
      where: 'what the browser does not load',
    },
  ];

const DIALECT = /^(sqlite|postgres(ql)?)(:|$)/i;

/** What a pure layer is given instead of reaching for it. */
const IMPURE = [/^Date\.now$/, /^Math\.random$/, /^Temporal\.Now\b/, /^(globalThis\.)?crypto\./, /^performance\.now$/];

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

/** Every violation in one file, in the order of its text. Tests and the configuration of tools are not judged. */
export function checkArchitecture(file: SourceFile): Violation[] {
  if (/\.(test|config)\.tsx?$/.test(file.path)) return [];
  const { program, errors } = parseSync(file.path, file.text);
  if (errors[0]) return [{ path: file.path, line: 1, message: `does not parse: ${errors[0].message}` }];
  const found: { start: number; message: string }[] = [];
  const layer = layerOf(file.path);
  if (layer !== ROOT && !(layer in LAYERS)) found.push({ start: 0, message: `${layer} is no layer of the design` });
  walk(program, (node) => {
    const messages = [
      ...importProblems(file.path, layer, node),
      ...dialectProblems(file.path, node),
      ...reachProblems(file.path, layer, node),
      ...(node.type === 'ExportDefaultDeclaration' ? ['has a default export: name it'] : []),
    ];
    for (const message of messages) found.push({ start: node.start, message });
  });
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, message }) => ({ path: file.path, line: file.text.slice(0, start).split('\n').length, message }));
}

function layerOf(path: string): string {
  const [top, folder, ...rest] = path.split('/');
  if (top !== 'src') return top ?? '';
  return rest.length === 0 ? ROOT : (folder ?? '');
}

// ---- imports -----------------------------------------------------------------------------------------------------

type Import = { readonly specifier: string; readonly types: boolean };

/** What a node imports, if it is an import of any kind. */
function importOf(node: Node): Import | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      // `import { type A }` keeps the import at run time, unlike `import type { A }`.
      return named(node.source, node.importKind === 'type');
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return named(node.source, node.exportKind === 'type');
    case 'ImportExpression':
      return named(node.source, false);
    case 'TSImportType':
      return named(node.source ?? node.argument, true);
    case 'NewExpression': {
      // new URL('./worker.ts', import.meta.url): how a worker's file is named.
      const [path] = listOf(node.arguments);
      const code = isNamed(node.callee, 'URL') && /^\..*\.[jt]sx?$/.test(textOf(path) ?? '');
      return code ? named(path, false) : undefined;
    }
    default:
      return undefined;
  }
}

function named(source: unknown, types: boolean): Import | undefined {
  const specifier = textOf(source);
  return specifier === undefined ? undefined : { specifier, types };
}

function importProblems(path: string, layer: string, node: Node): string[] {
  const found = importOf(node);
  if (!found) return [];
  const { specifier, types } = found;
  if (specifier.startsWith('.')) {
    const target = layerOf(posix.join(posix.dirname(path), specifier));
    return mayImport(layer, target, types) ? [] : [`${layer} may not import ${types ? 'types of ' : ''}${target}`];
  }
  const problems = HOMES.filter((rule) => rule.package.test(specifier) && !rule.home(path)).map(
    (rule) => `${specifier} may be imported only in ${rule.where}`,
  );
  const isNode = specifier.startsWith('node:') || NODE_MODULES.has(specifier);
  if (isNode && WITHOUT_NODE.includes(layer))
    problems.push(`${layer} may not import ${specifier}: it runs without Node`);
  return problems;
}

function mayImport(layer: string, target: string, types: boolean): boolean {
  if (layer === target || layer === ROOT) return true;
  const rule = LAYERS[layer];
  return rule !== undefined && (rule.from.includes(target) || (types && (rule.types ?? []).includes(target)));
}

// ---- what only one place may do ----------------------------------------------------------------------------------

/** Decisions on which database it is, which belong to the one interface made for them. */
function dialectProblems(path: string, node: Node): string[] {
  if (!path.startsWith('src/') || path.startsWith('src/storage/dialects/')) return [];
  const message = 'decides by the kind of database: that belongs in src/storage/dialects';
  switch (node.type) {
    case 'BinaryExpression':
      return isDialect(node.left) || isDialect(node.right) ? [message] : [];
    case 'SwitchCase':
      return isDialect(node.test) ? [message] : [];
    case 'CallExpression':
      return isMethod(node.callee, ['startsWith', 'includes', 'match']) && listOf(node.arguments).some(isDialect)
        ? [message]
        : [];
    case 'ObjectExpression': {
      const keys = listOf(node.properties).map((property) => keyOf(property));
      return keys.includes('sqlite') && keys.some((key) => /^postgres/.test(key)) ? [message] : [];
    }
    default:
      return [];
  }
}

/** The environment outside the entry; clock and chance inside the pure layer. */
function reachProblems(path: string, layer: string, node: Node): string[] {
  const problems: string[] = [];
  const dotted = node.type === 'MemberExpression' ? dottedName(node) : undefined;
  const imported = node.type === 'ImportDeclaration' ? textOf(node.source) : undefined;
  if (path !== 'src/main.ts') {
    const byImport =
      /^(node:)?process$/.test(imported ?? '') && listOf(node.specifiers).some((each) => isNamed(each.imported, 'env'));
    if (dotted === 'process.env' || dotted === 'globalThis.process.env' || byImport) {
      problems.push('reads the environment: only src/main.ts does');
    }
  }
  if (layer === 'domain') {
    if (dotted && IMPURE.some((pattern) => pattern.test(dotted)))
      problems.push(`uses ${dotted}: the domain is passed it`);
    const now = node.type === 'NewExpression' && isNamed(node.callee, 'Date') && listOf(node.arguments).length === 0;
    if (now) problems.push('uses new Date(): the domain is passed the time');
  }
  return problems;
}

// ---- the tree ----------------------------------------------------------------------------------------------------

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function listOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (!isNode(node)) return;
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) walk(child, visit);
  }
}

/** The text of a string literal, also inside a literal type or a template without parts. */
function textOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'TSLiteralType') return textOf(value.literal);
  if (value.type === 'Literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.type !== 'TemplateLiteral') return undefined;
  const [quasi, ...more] = listOf(value.quasis);
  const cooked = quasi?.value;
  if (more.length > 0 || typeof cooked !== 'object' || cooked === null || !('cooked' in cooked)) return undefined;
  return String(cooked.cooked);
}

function isDialect(value: unknown): boolean {
  return DIALECT.test(textOf(value) ?? '');
}

function isNamed(value: unknown, name: string): boolean {
  return isNode(value) && value.type === 'Identifier' && value.name === name;
}

function isMethod(callee: unknown, names: readonly string[]): boolean {
  return isNode(callee) && callee.type === 'MemberExpression' && names.some((name) => isNamed(callee.property, name));
}

function keyOf(property: Node): string {
  const { key } = property;
  if (!isNode(key)) return '';
  return textOf(key) ?? (key.type === 'Identifier' ? String(key.name) : '');
}

/** `a.b.c` of a member expression, with `a['b']` read as `a.b`; undefined for anything computed. */
function dottedName(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Identifier') return String(value.name);
  if (value.type !== 'MemberExpression') return undefined;
  const object = dottedName(value.object);
  const property = value.computed ? textOf(value.property) : dottedName(value.property);
  return object === undefined || property === undefined ? undefined : `${object}.${property}`;
}
