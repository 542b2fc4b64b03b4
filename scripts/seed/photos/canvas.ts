import { encodePng } from "./png";

export type Colour = readonly [red: number, green: number, blue: number];

const mixed = (one: Colour, other: Colour, share: number): Colour => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
  one[2] + (other[2] - one[2]) * share,
];

/** A small picture that is painted shape over shape. */
export class Canvas {
  private readonly points: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.points = new Uint8Array(width * height * 3);
  }

  /** Everything for which `inside` says how much of it is covered, from 0 to 1. */
  private fill(colourAt: (y: number) => Colour, inside: (x: number, y: number) => number): void {
    for (let y = 0; y < this.height; y += 1) {
      const colour = colourAt(y);
      for (let x = 0; x < this.width; x += 1) {
        const share = inside(x + 0.5, y + 0.5);
        if (share <= 0) continue;
        const place = (y * this.width + x) * 3;
        const under: Colour = [
          this.points[place] ?? 0,
          this.points[place + 1] ?? 0,
          this.points[place + 2] ?? 0,
        ];
        this.points.set(mixed(under, colour, Math.min(1, share)), place);
      }
    }
  }

  /** A ground that changes from above to below. */
  shade(top: Colour, bottom: Colour, fromY = 0, toY = this.height): void {
    this.fill(
      (y) => mixed(top, bottom, (y - fromY) / (toY - fromY)),
      (_, y) => (y >= fromY && y < toY ? 1 : 0),
    );
  }

  disc(x: number, y: number, radius: number, colour: Colour, cover = 1): void {
    this.fill(
      () => colour,
      (px, py) => Math.min(1, radius - Math.hypot(px - x, py - y)) * cover,
    );
  }

  box(x: number, y: number, width: number, height: number, colour: Colour, cover = 1): void {
    const within = (px: number, py: number) =>
      px >= x && px < x + width && py >= y && py < y + height;
    this.fill(
      () => colour,
      (px, py) => (within(px, py) ? cover : 0),
    );
  }

  line(x1: number, y1: number, x2: number, y2: number, thick: number, colour: Colour): void {
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = Math.hypot(dx, dy);
    this.fill(
      () => colour,
      (px, py) => {
        const along = ((px - x1) * dx + (py - y1) * dy) / (length * length);
        const at = Math.min(1, Math.max(0, along));
        return thick / 2 + 0.5 - Math.hypot(px - x1 - dx * at, py - y1 - dy * at);
      },
    );
  }

  png(): Buffer {
    return encodePng(this.width, this.height, this.points);
  }
}
