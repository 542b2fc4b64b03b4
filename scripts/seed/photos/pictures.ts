import type { Random } from "../random";
import { Canvas, type Colour } from "./canvas";

const frame: Colour = [74, 82, 86];
const glass: Colour = [214, 232, 232];
const soil: Colour = [84, 62, 46];
const leaves: readonly Colour[] = [
  [46, 104, 58],
  [72, 132, 66],
  [104, 158, 78],
];

function plants(canvas: Canvas, random: Random, x: number, y: number, width: number): void {
  canvas.box(x, y, width, 16, soil);
  for (let at = x + 8; at < x + width - 6; at += 13) {
    const tall = random.between(18, 44);
    canvas.line(at, y, at + random.between(-4, 4), y - tall, 2, leaves[0] ?? frame);
    for (let leaf = 0; leaf < 5; leaf += 1)
      canvas.disc(
        at + random.between(-9, 9),
        y - tall + random.between(-6, 18),
        random.between(4, 8),
        random.pick(leaves),
        0.9,
      );
  }
}

/** A balcony greenhouse: two shelves of plants behind glass, its roof vent open. */
export function greenhousePhoto(random: Random): Buffer {
  const canvas = new Canvas(480, 340);
  canvas.shade([176, 204, 222], [228, 232, 224], 0, 250);
  canvas.shade([150, 142, 132], [112, 106, 98], 250, 340);
  canvas.box(110, 92, 260, 190, glass, 0.75);
  plants(canvas, random, 122, 172, 236);
  plants(canvas, random, 122, 262, 236);
  for (const x of [110, 240, 370]) canvas.line(x, 92, x, 284, 6, frame);
  for (const y of [92, 188, 284]) canvas.line(110, y, 370, y, 6, frame);
  canvas.line(110, 92, 240, 44, 6, frame);
  canvas.line(240, 44, 370, 92, 6, frame);
  canvas.line(240, 44, 330, 26, 5, frame);
  canvas.line(150, 100, 180, 276, 3, [255, 255, 255]);
  return canvas.png();
}

const segments: readonly (readonly [number, number, number, number])[] = [
  [2, 0, 18, 0],
  [20, 2, 20, 20],
  [20, 26, 20, 44],
  [2, 46, 18, 46],
  [0, 26, 0, 44],
  [0, 2, 0, 20],
  [2, 23, 18, 23],
];
const lit: Readonly<Record<string, string>> = {
  "3": "01236",
  "8": "0123456",
  "2": "01346",
  "0": "012345",
};

/** The display of a hub, with two digits and a lamp. */
export function displayPhoto(digits: "38" | "02", warm: boolean): Buffer {
  const canvas = new Canvas(480, 340);
  canvas.shade([206, 198, 184], [158, 148, 134]);
  canvas.box(96, 60, 288, 220, [44, 48, 52]);
  canvas.box(120, 88, 240, 128, [18, 30, 26]);
  const colour: Colour = warm ? [255, 122, 84] : [126, 206, 255];
  [...digits].forEach((digit, place) => {
    for (const index of lit[digit] ?? "") {
      const [x1, y1, x2, y2] = segments[Number(index)] ?? [0, 0, 0, 0];
      const [left, top] = [160 + place * 78, 104];
      canvas.line(left + x1 * 2, top + y1 * 2, left + x2 * 2, top + y2 * 2, 8, colour);
    }
  });
  canvas.disc(318, 112, 6, colour);
  canvas.disc(240, 248, 9, warm ? [230, 70, 60] : [84, 196, 110]);
  return canvas.png();
}

/** A bent hinge on a wooden bench. */
export function hingePhoto(random: Random): Buffer {
  const canvas = new Canvas(480, 340);
  canvas.shade([186, 148, 106], [146, 110, 76]);
  for (let y = 14; y < 340; y += random.between(16, 30))
    canvas.line(0, y, 480, y + random.between(-6, 6), 1.5, [128, 94, 62]);
  const metal: Colour = [148, 154, 160];
  canvas.box(96, 150, 136, 70, metal);
  canvas.line(236, 184, 356, 116, 62, metal);
  canvas.line(234, 138, 234, 232, 16, [96, 102, 108]);
  for (const [x, y] of [
    [122, 168],
    [122, 202],
    [190, 168],
    [190, 202],
    [300, 132],
    [330, 148],
  ] as const)
    canvas.disc(x, y, 7, [58, 62, 66]);
  return canvas.png();
}
