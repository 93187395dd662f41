/** Which functions of a file answer requests, and where they are registered. */
import { walk, type NodeBase } from '../../../syntax/node';
import type * as py from '../../../syntax/python/ast';
import type { Symbol } from '../../../facts/facts';
import { keywordArgument, positional } from '../arguments';
import type { Context } from '../context';
import { readPath, type PathParameter } from './paths';

export type Framework = 'flask' | 'fastapi' | 'django';

export interface Route {
  /** What the decorator is called on; undefined for Django. */
  app: py.Expression | undefined;
  /** As ServeMux takes them: `GET /users/{id}`. */
  patterns: string[];
  parameters: PathParameter[];
  /** FastAPI: the status of an answer that says none. */
  status: py.Expression | undefined;
  /** Why the path has no counterpart. */
  gap?: string;
}

/** A function that answers requests. */
export interface View {
  framework: Framework;
  routes: Route[];
  /** It is called by views to make their answer, and has parameters of its own. */
  isResponder?: boolean;
  /** What it answers, as Flask's `errorhandler` says: a status or a class. */
  handles?: py.Expression[];
  /** The app of such a handler. */
  app?: py.Expression;
}

export interface WebFile {
  views: Map<NodeBase, View>;
  framework: Framework | undefined;
  /** The only app of the file, which is then the one that net/http has already. */
  mainApp: Symbol | undefined;
  /** Blueprints and routers whose routes are registered with the app that takes them. */
  parts: Set<Symbol>;
}

const files = new WeakMap<Context, WebFile>();

/** What the file serves. */
export function webOf(c: Context): WebFile {
  let file = files.get(c);
  if (!file) files.set(c, (file = findViews(c)));
  return file;
}

const apps: Record<string, Framework> = {
  'flask.Flask': 'flask',
  'flask.Blueprint': 'flask',
  'fastapi.FastAPI': 'fastapi',
  'fastapi.APIRouter': 'fastapi',
};

const verbs = /^(get|post|put|delete|patch|head|options)$/;

/** The framework of an app, a blueprint or a router. */
export function frameworkOf(c: Context, node: py.Expression): Framework | undefined {
  const type = c.facts.typeOf(node);
  return type.kind === 'instance' ? apps[type.name] : undefined;
}

function findViews(c: Context): WebFile {
  const file: WebFile = { views: new Map(), framework: undefined, parts: new Set(), mainApp: findMainApp(c) };
  const named = new Map<string, py.FunctionDef>();
  const calls: py.Call[] = [];
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Call') calls.push(node);
      if (node.kind !== 'FunctionDef') return;
      if (node.name.kind === 'Name') named.set(node.name.id, node);
      const view = decoratedView(c, node);
      if (view) file.views.set(node, view);
    });
  }
  for (const call of calls) addRegistered(c, call, file);
  for (const node of named.values()) {
    const isView = !file.views.has(node) && node.decorators.length === 0 && isDjangoView(c, node, file);
    if (isView) file.views.set(node, { framework: 'django', routes: [] });
  }
  file.framework = [...file.views.values()][0]?.framework;
  if (file.framework) addResponders(c, file, named);
  return file;
}

/** The app of a module that makes only one and hands it to nobody. */
function findMainApp(c: Context): Symbol | undefined {
  let count = 0;
  for (const unit of c.input.file.units) {
    walk(unit.node, child => {
      const node = child as unknown as py.Node;
      if (node.kind === 'Call' && makesApp(c, node)) count++;
    });
  }
  if (count !== 1) return undefined;
  const found = [...c.facts.module.symbols.values()].find(symbol =>
    symbol.uses.some(use => {
      const parent = c.facts.parentOf(use) as py.Node | undefined;
      return parent?.kind === 'Assign' && parent.value.kind === 'Call' && makesApp(c, parent.value);
    }),
  );
  const isKept = found?.uses.every(use => {
    const parent = c.facts.parentOf(use) as py.Node | undefined;
    if (parent?.kind === 'Assign') return parent.value.kind === 'Call' && makesApp(c, parent.value);
    if (parent?.kind === 'Call') return handsOn.test(c.facts.qualifiedName(parent.func) ?? '');
    return parent?.kind === 'Attribute';
  });
  return isKept ? found : undefined;
}

const handsOn = /^(uvicorn\.run|fastapi\.testclient\.TestClient|starlette\.testclient\.TestClient)$/;

/** `Flask(__name__)`, `FastAPI()`. */
export const makesApp = (c: Context, node: py.Call): boolean =>
  /^(flask\.Flask|fastapi\.FastAPI)$/.test(c.facts.qualifiedName(node.func) ?? '');

/** A view by its decorators, all of which have to be known. */
function decoratedView(c: Context, node: py.FunctionDef): View | undefined {
  const decorators = node.decorators.map(one => routeOf(c, one));
  const [first] = decorators;
  if (!first || decorators.some(one => one?.framework !== first.framework)) return undefined;
  const routes = decorators.flatMap(one => one?.route ?? []);
  const handles = decorators.flatMap(one => one?.handles ?? []);
  return {
    framework: first.framework,
    routes: routes.reverse(),
    ...(handles.length > 0 && { handles, app: decorators.find(one => one?.app)!.app! }),
  };
}

interface Decorated {
  framework: Framework;
  route?: Route;
  handles?: py.Expression;
  app?: py.Expression;
}

function routeOf(c: Context, node: py.Expression): Decorated | undefined {
  if (node.kind !== 'Call' || node.func.kind !== 'Attribute' || node.func.attr.kind !== 'Name') return undefined;
  const framework = frameworkOf(c, node.func.value);
  const name = node.func.attr.id;
  const [path] = positional(node);
  if (!framework) return undefined;
  if (name === 'errorhandler' && framework === 'flask' && path)
    return { framework, handles: path, app: node.func.value };
  if (name !== 'route' && name !== 'api_route' && !verbs.test(name)) return undefined;
  if (path?.kind !== 'Str') return undefined;
  const strange = node.args.find(
    arg =>
      arg.kind === 'Keyword' &&
      !(arg.arg?.kind === 'Name' && (framework === 'flask' ? flaskOptions : fastapiOptions).test(arg.arg.id)),
  );
  if (strange) return undefined;
  const methods = verbs.test(name) ? [name.toUpperCase()] : methodsOf(keywordArgument(node, 'methods'));
  if (!methods) return undefined;
  return {
    framework,
    route: routeFor(c, framework, node.func.value, path.value, methods, keywordArgument(node, 'status_code')),
  };
}

/** Options of routes that change nothing of what is answered here. */
const flaskOptions = /^(methods|endpoint|strict_slashes)$/;
const fastapiOptions =
  /^(methods|status_code|tags|summary|description|response_model|response_description|include_in_schema|name|operation_id|responses|deprecated)$/;

/** The methods that a route names. GET answers HEAD as well, in both languages. */
export function methodsOf(node: py.Expression | undefined): string[] | undefined {
  if (!node) return ['GET'];
  if (node.kind !== 'List' && node.kind !== 'Tuple' && node.kind !== 'Set') return undefined;
  const words = node.elts.flatMap(elt => (elt.kind === 'Str' ? [elt.value.toUpperCase()] : []));
  if (words.length !== node.elts.length) return undefined;
  return [...new Set(words)].filter(word => word !== 'HEAD' || !words.includes('GET'));
}

function routeFor(
  c: Context,
  framework: Framework,
  app: py.Expression,
  path: string,
  methods: readonly string[],
  status: py.Expression | undefined,
): Route {
  const { pattern, parameters, gap } = readPath(prefixOf(c, app) + path, framework === 'fastapi' ? 'braced' : 'angled');
  return {
    ...(gap !== undefined && { gap }),
    app,
    patterns: methods.map(method => `${method} ${pattern}`),
    parameters,
    status,
  };
}

/** `url_prefix` of a blueprint and `prefix` of a router, where it is made and where it is taken. */
function prefixOf(c: Context, app: py.Expression): string {
  const symbol = app.kind === 'Name' ? c.facts.symbolOf(app) : undefined;
  if (!symbol) return '';
  let own = '';
  let taken = '';
  for (const use of symbol.uses) {
    const parent = c.facts.parentOf(use) as py.Node | undefined;
    if (parent?.kind === 'Assign' && parent.value.kind === 'Call') own = prefixIn(parent.value) ?? own;
    if (parent?.kind !== 'Call' || !isTaking(parent)) continue;
    const given = prefixIn(parent);
    // Flask's prefix of the registration stands for that of the blueprint; FastAPI puts both together.
    if (given !== undefined && methodOf(parent) === 'register_blueprint') own = given;
    else taken = given ?? taken;
  }
  return taken + own;
}

const methodOf = (node: py.Call): string =>
  node.func.kind === 'Attribute' && node.func.attr.kind === 'Name' ? node.func.attr.id : '';

export const isTaking = (node: py.Call): boolean => /^(register_blueprint|include_router)$/.test(methodOf(node));

function prefixIn(node: py.Call): string | undefined {
  const given = keywordArgument(node, 'url_prefix') ?? keywordArgument(node, 'prefix');
  return given?.kind === 'Str' ? given.value.replace(/\/$/, '') : undefined;
}

/** `app.add_url_rule(path, view_func=f)`, `path("hello/", hello)` and blueprints that an app takes. */
function addRegistered(c: Context, call: py.Call, file: WebFile): void {
  const name = methodOf(call);
  const [first, , third] = positional(call);
  if (isTaking(call) && first?.kind === 'Name') {
    const symbol = c.facts.symbolOf(first);
    if (symbol) file.parts.add(symbol);
  }
  if (c.facts.qualifiedName(call.func) === 'django.urls.path' && first?.kind === 'Str') {
    const node = functionNode(c, positional(call)[1] ?? first);
    if (!node || node.decorators.length > 0) return;
    const { pattern, parameters, gap } = readPath(first.value, 'angled');
    const known = file.views.get(node);
    const route: Route = {
      app: undefined,
      patterns: [pattern],
      parameters,
      status: undefined,
      ...(gap !== undefined && { gap }),
    };
    file.views.set(node, { framework: 'django', routes: [...(known?.routes ?? []), route] });
  }
  if (name === 'add_url_rule' && call.func.kind === 'Attribute' && frameworkOf(c, call.func.value) === 'flask') {
    const given = keywordArgument(call, 'view_func') ?? third;
    const node = given && functionNode(c, given);
    const methods = methodsOf(keywordArgument(call, 'methods'));
    if (!node || first?.kind !== 'Str' || !methods || node.decorators.length > 0) return;
    const route = routeFor(c, 'flask', call.func.value, first.value, methods, undefined);
    // It is registered where the call stands.
    file.views.set(node, { framework: 'flask', routes: [{ ...route, patterns: [] }] });
  }
}

function functionNode(c: Context, node: py.Expression): py.FunctionDef | undefined {
  const symbol = node.kind === 'Name' ? c.facts.symbolOf(node) : undefined;
  return c.model.functionOf(symbol)?.node;
}

/** Functions that make an answer and are used for nothing else: `return not_found("user")`. */
function addResponders(c: Context, file: WebFile, named: ReadonlyMap<string, py.FunctionDef>): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const node of named.values()) {
      if (file.views.has(node) || node.decorators.length > 0 || !makesAnswer(c, node, file)) continue;
      const symbol = c.facts.symbolOf(node.name as py.Name);
      const uses = (symbol?.uses ?? []).filter(use => use !== node.name);
      if (uses.length === 0 || !uses.every(use => isAnswered(c, use, file))) continue;
      file.views.set(node, { framework: file.framework!, routes: [], isResponder: true });
      changed = true;
    }
  }
}

/** A function of `request` that gives answers of Django, wherever its route is. */
function isDjangoView(c: Context, node: py.FunctionDef, file: WebFile): boolean {
  const [first] = node.params;
  const name = first?.kind === 'Param' && first.name?.kind === 'Name' ? first.name.id : undefined;
  return name === 'request' && makesAnswer(c, node, file);
}

/** Every value that it gives is an answer of the framework. */
function makesAnswer(c: Context, node: py.FunctionDef, file: WebFile): boolean {
  const returned: py.Expression[] = [];
  for (const statement of node.body) {
    walk(statement, child => {
      const one = child as unknown as py.Node;
      if (one.kind === 'Return' && one.value) returned.push(one.value);
      return one.kind === 'FunctionDef' || one.kind === 'Lambda' ? false : undefined;
    });
  }
  return (
    returned.length > 0 &&
    returned.every(one => {
      const body = one.kind === 'Tuple' ? one.elts[0] : one;
      if (body?.kind !== 'Call') return false;
      const called = functionNode(c, body.func);
      if (called && file.views.has(called)) return true;
      return /^(flask\.(jsonify|make_response|redirect|Response)|django\.http\.\w+)$/.test(
        c.facts.qualifiedName(body.func) ?? '',
      );
    })
  );
}

/** The use is a call that a view returns. */
function isAnswered(c: Context, use: NodeBase, file: WebFile): boolean {
  const call = c.facts.parentOf(use) as py.Node | undefined;
  if (call?.kind !== 'Call' || (call.func as NodeBase) !== use) return false;
  let at = c.facts.parentOf(call);
  if (at?.kind !== 'Return') return false;
  while (at && at.kind !== 'FunctionDef') at = c.facts.parentOf(at);
  return at !== undefined && (file.views.has(at) || makesAnswer(c, at as unknown as py.FunctionDef, file));
}
