/** Chance that comes out the same for the same seed, on every machine. */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  weighted<Item extends { weight: number }>(items: readonly Item[]): Item;
  /** A UUIDv7 of a time; everything else in it comes from the seed. */
  id(atMs: number): string;
};

/** Spreads what differs little, like 1 and 2, over all bits. */
function spread(seed: number): number {
  let mixed = seed | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const hex = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, "0"));
const variants = ["8", "9", "a", "b"];

/** The generator sfc32: four words of state, no multiplication, passes the usual tests of chance. */
export function seeded(seed: number, stream = 0): Random {
  let a = spread(seed);
  let b = spread(seed ^ 0x9e3779b9);
  let c = spread(stream + 1);
  let counter = 1;
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) word();

  const next = () => word() / 4_294_967_296;
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error("There is nothing to pick from.");
    return item;
  };
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    weighted: (items) => {
      let left = next() * items.reduce((sum, { weight }) => sum + weight, 0);
      for (const item of items) {
        left -= item.weight;
        if (left < 0) return item;
      }
      return pick(items);
    },
    id: (atMs) => {
      const [one, two, three] = [word(), word(), word()];
      const high = Math.floor(atMs / 4_294_967_296);
      const low = (atMs % 4_294_967_296) >>> 0;
      const time = `${hex[high & 0xffff]}${hex[low >>> 16]}-${hex[low & 0xffff]}`;
      const tail = `${hex[two >>> 16]}${hex[two & 0xffff]}${hex[three >>> 16]}`;
      const variant = `${variants[(one >>> 12) & 3]}${hex[one & 0xfff]?.slice(1)}`;
      return `${time}-7${hex[one >>> 16]?.slice(1)}-${variant}-${tail}`;
    },
  };
}
