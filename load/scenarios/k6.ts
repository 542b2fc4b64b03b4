import { check, sleep } from "k6";
import exec from "k6/execution";
import http from "k6/http";
import { type ScenarioName, scenarios, thinkMs, thresholds } from "./founding.ts";
import { type Answer, dataIn, journeyAt } from "./journeys.ts";

/** What a k6 script of ours exports: `k6 run -e URL=... -e ACCOUNTS=... load/scenarios/load.k6.ts`. */
export const optionsOf = (name: ScenarioName) => ({
  scenarios: { [name]: scenarios[name] },
  thresholds,
});

export type Signed = { agent: string[]; customer: string[] };
type Account = { email: string; password: string; role: string };

const url = __ENV.URL ?? "http://localhost:3000";

function accounts(): Account[] {
  const given: Account[] = JSON.parse(__ENV.ACCOUNTS ?? "[]");
  if (given.length > 0) return given;
  const password = "demo-demo-demo";
  return [
    { email: "mia@demo.insightdesk.local", password, role: "agent" },
    { email: "jonas@demo.insightdesk.local", password, role: "customer" },
  ];
}

/** Signs everybody in once; many visitors share few people. */
export function signIn(): Signed {
  const signed: Signed = { agent: [], customer: [] };
  for (const { email, password, role } of accounts()) {
    const answer = http.post(`${url}/api/auth/sign-in/email`, JSON.stringify({ email, password }), {
      headers: { "content-type": "application/json" },
    });
    const set = answer.headers["Set-Cookie"] ?? "";
    const cookie = set.split(";")[0] ?? "";
    if (answer.status !== 200 || cookie === "") exec.test.abort(`${email} cannot sign in`);
    (role === "customer" ? signed.customer : signed.agent).push(cookie);
  }
  return signed;
}

/** One visit of one person, from the first request to the last. */
export function visit(signed: Signed): void {
  const journey = journeyAt(Math.random());
  const people = signed[journey.audience];
  const cookie = people[exec.vu.idInTest % Math.max(1, people.length)] ?? "";
  const tools = { random: Math.random, newId: () => crypto.randomUUID() };
  const steps = journey.visit(tools);
  let step = steps.next();
  while (!step.done) {
    const { method, path, body, operation } = step.value;
    const answer = http.request(method, url + path, body, {
      headers: { cookie, "content-type": "application/json" },
      tags: { name: operation },
    });
    check(answer, { "answered with 200": ({ status }) => status === 200 });
    const text = typeof answer.body === "string" ? answer.body : "";
    const given: Answer = { status: answer.status, data: dataIn(text) };
    sleep((thinkMs.min + Math.random() * (thinkMs.max - thinkMs.min)) / 1_000);
    step = steps.next(given);
  }
}
