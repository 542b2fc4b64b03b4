import { createServer } from "node:net";
import { expect, test } from "vitest";
import { choosePort, freePort, isPortFree } from "./ports";

const web = { name: "WEB_PORT", usual: 3000 };
const none: ReadonlySet<number> = new Set();

test("the usual port is taken when it is free", async () => {
  expect(await choosePort({ ...web, asked: undefined }, none, async () => true)).toBe(3000);
});

test("when the usual port is in use, the next free one is taken", async () => {
  const isFree = async (port: number) => port > 3002;
  expect(await choosePort({ ...web, asked: undefined }, new Set([3003]), isFree)).toBe(3004);
});

test("a port that was asked for and is in use stops the start with one line", async () => {
  const choice = choosePort({ ...web, asked: "8080" }, none, async () => false);
  await expect(choice).rejects.toThrow(/^Port 8080 is in use\. .*WEB_PORT=8090 npm start$/);
});

test("what is no port is refused by its name", async () => {
  for (const asked of ["http", "0", "70000", "1.5"]) {
    const choice = choosePort({ ...web, asked }, none, async () => true);
    await expect(choice).rejects.toThrow(/^WEB_PORT must be a port number/);
  }
});

test("a port on which somebody listens is not free", async () => {
  const port = await freePort();
  expect(await isPortFree(port)).toBe(true);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  expect(await isPortFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
});

test("no free port is given twice, and none that systems take for what goes out", async () => {
  const ports: number[] = [];
  for (let count = 0; count < 50; count += 1) ports.push(await freePort());
  expect(new Set(ports).size).toBe(ports.length);
  for (const port of ports) expect(port).toBeLessThan(32_768);
});
