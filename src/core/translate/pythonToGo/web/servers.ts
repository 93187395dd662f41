/** Servers that run until the program ends. */
import { int, str } from '../../../facts/types';
import type * as go from '../../../syntax/go/ast';
import type * as py from '../../../syntax/python/ast';
import * as g from '../../goNodes';
import { coerce } from '../coerce';
import type { Context } from '../context';
import { expression } from '../expressions';
import { isDefaultMux } from './state';

/** `log.Fatal(http.ListenAndServe(addr, handler))`. */
export function listening(
  c: Context,
  handler: go.Expression,
  host: py.Expression | undefined,
  port: py.Expression | undefined,
  otherwise: { host: string; port: number },
): void {
  const address = addressOf(c, host, port, otherwise);
  c.emit(
    g.exprStmt(
      g.pkgCall(
        'log',
        'Fatal',
        g.pkgCall('net/http', 'ListenAndServe', address, isDefaultMux(handler) ? g.nil() : handler),
      ),
    ),
  );
}

/** Go takes an empty host for all addresses of the machine. */
export function addressOf(
  c: Context,
  host: py.Expression | undefined,
  port: py.Expression | undefined,
  otherwise: { host: string; port: number },
): go.Expression {
  const isGiven = (node: py.Expression | undefined): node is py.Expression =>
    node !== undefined && node.kind !== 'None';
  const hostText = host?.kind === 'Str' ? host.value : isGiven(host) ? undefined : otherwise.host;
  const portText = port?.kind === 'Int' ? port.value : isGiven(port) ? undefined : String(otherwise.port);
  const plainHost = hostText === '0.0.0.0' ? '' : hostText;
  if (plainHost !== undefined && portText !== undefined) return g.str(`${plainHost}:${portText}`);
  const number =
    portText === undefined && port
      ? g.pkgCall('strconv', 'Itoa', coerce(c, expression(c, port), int).node)
      : g.str(portText ?? '');
  const name = plainHost === undefined && host ? coerce(c, expression(c, host), str).node : g.str(plainHost ?? '');
  return g.pkgCall('net', 'JoinHostPort', name, number);
}
