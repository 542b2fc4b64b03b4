import { expect, test } from "vitest";
import { type Topology, variablesFor } from "./topology";

const topology: Topology = {
  webs: [
    { kind: "web", name: "web-1", port: 3000 },
    { kind: "web", name: "web-2", port: 3010 },
  ],
  realtimes: [
    { kind: "realtime", name: "realtime-1", port: 3001 },
    { kind: "realtime", name: "realtime-2", port: 3011 },
  ],
  workers: [{ kind: "worker", name: "worker-1", port: 3002 }],
};
const places = [...topology.webs, ...topology.realtimes, ...topology.workers];
const [web1, web2, realtime1, , worker] = places.map((place) => variablesFor(place, topology, {}));

test("the browsers of two webs use two realtime servers", () => {
  expect(web1?.PUBLIC_REALTIME_URL).toBe("http://localhost:3001");
  expect(web2?.PUBLIC_REALTIME_URL).toBe("http://localhost:3011");
});

test("each web knows its own address, the others the first one", () => {
  expect(web2?.PUBLIC_WEB_URL).toBe("http://localhost:3010");
  expect(worker?.PUBLIC_WEB_URL).toBe("http://localhost:3000");
});

test("a socket may be opened from every web", () => {
  expect(realtime1?.CORS_ORIGINS).toBe("http://localhost:3000,http://localhost:3010");
});

test("an address set by hand, as behind a proxy, wins", () => {
  const given = { PUBLIC_WEB_URL: "https://help.example.com" };
  expect(topology.webs[0] && variablesFor(topology.webs[0], topology, given).PUBLIC_WEB_URL).toBe(
    "https://help.example.com",
  );
});
