import { once } from "node:events";
import { createServer, request } from "node:http";
import { createGzip } from "node:zlib";

const compresses =
  /^(?:text\/html|text\/css|application\/javascript|application\/json|image\/svg)/u;

export type Compressing = { url: string; close(): Promise<void> };

/** Stands before a web process as the proxy does, and compresses what the proxy would. */
export async function compressing(target: string): Promise<Compressing> {
  const to = new URL(target);
  const server = createServer((asked, answer) => {
    const { method, url: path, headers } = asked;
    const passed = request({ host: to.hostname, port: to.port, method, path, headers }, (given) => {
      const type = given.headers["content-type"] ?? "";
      const { "content-length": _, ...rest } = given.headers;
      const fits = given.statusCode === 200 && compresses.test(type);
      if (!fits) {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
        return;
      }
      answer.writeHead(200, { ...rest, "content-encoding": "gzip" });
      given.pipe(createGzip()).pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    url: `http://localhost:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
