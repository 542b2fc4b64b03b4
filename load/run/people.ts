import { request } from "node:http";
import { agentsOf, customersOf } from "../bench/people";
import type { Journey } from "../scenarios/journeys";

export type Cookies = Record<Journey["audience"], string[]>;
type Account = { email: string; password: string; role: string };

const peopleOfEach = 20;

/** People of a database of our own, signed in without their passwords. */
export async function ownPeople(): Promise<Cookies> {
  const [agents, customers] = await Promise.all([
    agentsOf(peopleOfEach),
    customersOf(peopleOfEach),
  ]);
  const cookies = (people: typeof agents) => people.map(({ cookie }) => cookie);
  return { agent: cookies(agents), customer: cookies(customers) };
}

function signIn(url: string, { email, password }: Account): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const asked = request(
      new URL("/api/auth/sign-in/email", url),
      { method: "POST", headers },
      (answer) => {
        answer.resume();
        const cookie = answer.headers["set-cookie"]?.[0]?.split(";")[0];
        if (answer.statusCode === 200 && cookie !== undefined) resolve(cookie);
        else reject(new Error(`${email} cannot sign in: ${answer.statusCode}`));
      },
    );
    asked.on("error", reject);
    asked.end(JSON.stringify({ email, password }));
  });
}

export async function signedInPeople(url: string, accounts: readonly Account[]): Promise<Cookies> {
  const cookies: Cookies = { agent: [], customer: [] };
  for (const account of accounts)
    cookies[account.role === "customer" ? "customer" : "agent"].push(await signIn(url, account));
  return cookies;
}
