/**
 * What must exist once in a process although two bundles hold this module: what Next builds and
 * what the server file builds. The version changes when the shape of the kept values does.
 */
const version = "v1";

/** Asked for several times a request: a registered symbol is found by its whole text each time. */
const symbols = new Map<string, symbol>();

function symbolOf(key: string): symbol {
  const known = symbols.get(key);
  if (known !== undefined) return known;
  const symbol = Symbol.for(`insightdesk.${key}.${version}`);
  symbols.set(key, symbol);
  return symbol;
}

/** The one value of this process under `key`, made on first use by whichever bundle comes first. */
export function processShared<Value>(key: string, make: () => Value): Value {
  const symbol = symbolOf(key);
  if (!Reflect.has(globalThis, symbol)) {
    Object.defineProperty(globalThis, symbol, { value: make(), configurable: true });
  }
  const kept: Value = Reflect.get(globalThis, symbol);
  return kept;
}

/** For tests: the next use of `key` makes a new value. */
export function forgetShared(key: string): void {
  Reflect.deleteProperty(globalThis, symbolOf(key));
}
