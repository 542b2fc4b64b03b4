import { get } from "node:http";

const answerMs = 2_000;

/** The status that an address answers with; nothing when nobody answers. No connection is kept. */
export function probe(url: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: answerMs }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(undefined));
  });
}
