/** Host and port against the one address of Go's net package: `"0.0.0.0"` and 8080 are `":8080"`. */
import type { ValueConverter } from './converter';
import { goCall, goSelector, goString, pyCall, pyInt, pyName, pyStr } from './nodes';

const everywhere = new Set(['', '0.0.0.0', '::']);

/** `address(HOST, PORT)`. An absent host is every interface. */
export const address: ValueConverter = {
  kind: 'value',
  name: 'address',
  sources: { min: 2, max: 2 },
  forward([host, port], carry) {
    if (!port || (host && host.kind !== 'Str')) {
      const goHost = host && carry?.(host);
      const goPort = port && carry?.(port);
      if (!goHost || !goPort) return undefined;
      const value = goCall(goSelector('net', 'JoinHostPort'), goHost, goCall(goSelector('strconv', 'Itoa'), goPort));
      const imports = [
        { module: 'net', local: 'net' },
        { module: 'strconv', local: 'strconv' },
      ];
      return { value, imports, assumes: [] };
    }
    const name = host?.value ?? '';
    const assumes = name === '::' ? ['every interface is listened on, not those of IPv6 only'] : [];
    // The zone of an address (`fe80::1%eth0`) is written in a URL another way than here; brackets are all it needs.
    const written = everywhere.has(name) ? '' : name.includes(':') ? `[${name}]` : name;
    if (port.kind === 'Int') return { value: goString(`${written}:${port.value}`), imports: [], assumes };
    const goPort = carry?.(port);
    if (!goPort || written.includes('%')) return undefined;
    const value = goCall(goSelector('fmt', 'Sprintf'), goString(`${written}:%d`), goPort);
    return { value, imports: [{ module: 'fmt', local: 'fmt' }], assumes };
  },
  backward(target, carry) {
    if (target.kind === 'StringLit') {
      const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:[\]]*)):(\d+|https?)$/.exec(target.value) ?? [];
      if (port === undefined) return undefined;
      const host = bracketed ?? plain ?? '';
      const number = port === 'http' ? '80' : port === 'https' ? '443' : String(Number(port));
      return { values: [pyStr(host === '' ? '0.0.0.0' : host), pyInt(number)], imports: [], assumes: [] };
    }
    // `":" + port`, the usual form with a port from the environment.
    if (target.kind !== 'BinaryExpr' || target.op !== '+' || target.x.kind !== 'StringLit') return undefined;
    const host = /^([^:[\]]*):$/.exec(target.x.value)?.[1];
    const port = host === undefined ? undefined : carry?.(target.y);
    if (host === undefined || !port) return undefined;
    return { values: [pyStr(host === '' ? '0.0.0.0' : host), pyCall(pyName('int'), port)], imports: [], assumes: [] };
  },
};
