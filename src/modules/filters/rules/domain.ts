/** A set of values, or of all values but some. `null` stands for an empty field. */
export type Domain =
  | { readonly only: ReadonlySet<string | null> }
  | { readonly except: ReadonlySet<string | null> };

export const all: Domain = { except: new Set() };
const empty: Domain = { only: new Set() };
export const only = (values: readonly (string | null)[]): Domain => ({ only: new Set(values) });

export function complement(domain: Domain): Domain {
  return "only" in domain ? { except: domain.only } : { only: domain.except };
}

export function intersection(a: Domain, b: Domain): Domain {
  if ("only" in a && "only" in b) return { only: keep(a.only, (value) => b.only.has(value)) };
  if ("only" in a && "except" in b) return { only: keep(a.only, (value) => !b.except.has(value)) };
  if ("only" in b && "except" in a) return { only: keep(b.only, (value) => !a.except.has(value)) };
  if ("except" in a && "except" in b) return { except: new Set([...a.except, ...b.except]) };
  return empty;
}

export function union(a: Domain, b: Domain): Domain {
  return complement(intersection(complement(a), complement(b)));
}

export function isEmpty(domain: Domain): boolean {
  return "only" in domain && domain.only.size === 0;
}

function keep<T>(set: ReadonlySet<T>, test: (value: T) => boolean): ReadonlySet<T> {
  return new Set([...set].filter(test));
}
