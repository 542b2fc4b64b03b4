import { type IncomingHttpHeaders, request } from "node:http";

export type Sent = {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
};

export type Heard = { status: number; headers: IncomingHttpHeaders; body: string };

/** One request as it stands: no client tidies its address, and the answer is read while it is sent. */
export function send(port: number, { method = "GET", path, headers, body }: Sent): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const req = request({ port, host: "127.0.0.1", method, path, headers, agent: false }, (res) => {
      const parts: Buffer[] = [];
      res.on("data", (part: Buffer) => parts.push(part));
      res.on("error", reject);
      res.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text });
      });
    });
    req.on("error", reject);
    req.end(body);
  });
}
