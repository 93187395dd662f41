/** Statements that set up a framework and have nothing to say in Go. */
import type * as py from '../../../syntax/python/ast';
import type { Context } from '../context';
import { frameworkOf, webOf } from './views';

/** `users = Blueprint(…)`: its routes go to the app that takes it. An only app is net/http's own. */
export function isPart(c: Context, node: py.Assign | py.AnnAssign): boolean {
  const [target] = node.kind === 'Assign' ? node.targets : [node.target];
  const symbol = target?.kind === 'Name' ? c.facts.symbolOf(target) : undefined;
  const { parts, mainApp } = webOf(c);
  return symbol !== undefined && ((c.model.isWhole && parts.has(symbol)) || mainApp === symbol);
}

/** `app.config["TESTING"] = True`, `app.secret_key = …`: settings of the framework itself. */
export function isSetting(c: Context, node: py.Statement): boolean {
  if (node.kind === 'Assign' && node.targets.length === 1 && isSettingPlace(c, node.targets[0]!)) return noted(c);
  if (node.kind === 'Expr' && node.value.kind === 'Call' && setsUpDjango(c, node.value)) return true;
  if (node.kind !== 'Expr' || node.value.kind !== 'Call' || node.value.func.kind !== 'Attribute') return false;
  const { func } = node.value;
  const isUpdate = func.attr.kind === 'Name' && /^(update|from_mapping|from_object)$/.test(func.attr.id);
  return isUpdate && isConfig(c, func.value) && noted(c);
}

/** `settings.configure(…)`, `django.setup()` and the setting that they read. */
const setsUpDjango = (c: Context, node: py.Call): boolean =>
  /^(django\.setup|django\.conf\.settings\.configure|os\.environ\.setdefault)$/.test(
    c.facts.qualifiedName(node.func) ?? '',
  ) &&
  (!/environ/.test(c.facts.qualifiedName(node.func) ?? '') || /DJANGO_SETTINGS/.test(c.sourceOf(node)));

function noted(c: Context): boolean {
  c.notes.assume('settings of the framework have no counterpart and are left out');
  return true;
}

function isSettingPlace(c: Context, node: py.Expression): boolean {
  // What the framework's own modules say at the start, for one.
  if (node.kind === 'Attribute' && /^(flask|werkzeug)\.\w/.test(c.facts.qualifiedName(node) ?? '')) return true;
  if (node.kind === 'Subscript')
    return isConfig(c, node.value) && node.slice.kind === 'Str' && ownSettings.test(node.slice.value);
  return (
    node.kind === 'Attribute' &&
    node.attr.kind === 'Name' &&
    /^(secret_key|debug|testing)$/.test(node.attr.id) &&
    frameworkOf(c, node.value) === 'flask'
  );
}

/** What Flask reads itself; what the program keeps there for its own use is another thing. */
const ownSettings =
  /^(DEBUG|TESTING|ENV|SECRET_KEY|SESSION_\w+|JSON_SORT_KEYS|JSON_AS_ASCII|JSONIFY_\w+|PROPAGATE_EXCEPTIONS|TEMPLATES_AUTO_RELOAD|SEND_FILE_MAX_AGE_DEFAULT|WTF_\w+)$/;

function isConfig(c: Context, node: py.Expression): boolean {
  return (
    node.kind === 'Attribute' &&
    node.attr.kind === 'Name' &&
    node.attr.id === 'config' &&
    frameworkOf(c, node.value) === 'flask'
  );
}

/** A client of a test and the context of an app hold nothing that has to be closed. */
export function isTestContext(c: Context, node: py.Expression): boolean {
  const type = c.facts.typeOf(node);
  if (type.kind === 'instance' && /^(flask\.FlaskClient|fastapi\.testclient\.TestClient)$/.test(type.name)) return true;
  return (
    node.kind === 'Call' &&
    /^flask\.Flask\.(app_context|test_request_context)$/.test(c.facts.qualifiedName(node.func) ?? '')
  );
}
