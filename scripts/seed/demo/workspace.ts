import type { Language, TeamKey } from "../course";
import type { Random } from "../random";
import type { Person } from "../rows";
import { addressPart, names } from "../words/names";

export const teams: readonly { key: TeamKey; name: string }[] = [
  { key: "orders", name: "Orders and delivery" },
  { key: "sensors", name: "Sensors and app" },
  { key: "growing", name: "Growing advice" },
  { key: "business", name: "Schools and business" },
];

type Colleague = { name: string; team: TeamKey; at: "Bergen" | "Leipzig" };

/** Fourteen agents; Mia comes first. */
const agents: readonly Colleague[] = [
  { name: "Mia Solberg", team: "sensors", at: "Bergen" },
  { name: "Sverre Lien", team: "sensors", at: "Bergen" },
  { name: "Felix Thiele", team: "sensors", at: "Leipzig" },
  { name: "Greta Lorenz", team: "sensors", at: "Leipzig" },
  { name: "Henrik Dahl", team: "orders", at: "Bergen" },
  { name: "Marit Solheim", team: "orders", at: "Bergen" },
  { name: "Till Winkler", team: "orders", at: "Leipzig" },
  { name: "Carolin Böhme", team: "orders", at: "Leipzig" },
  { name: "Sunniva Eide", team: "growing", at: "Bergen" },
  { name: "Astrid Vik", team: "growing", at: "Bergen" },
  { name: "Lena Jahn", team: "growing", at: "Leipzig" },
  { name: "Ingrid Hagen", team: "business", at: "Bergen" },
  { name: "Terje Moen", team: "business", at: "Bergen" },
  { name: "Johanna Voigt", team: "business", at: "Leipzig" },
];

export const organizations = [
  { key: "garden", name: "Grünwerk Gartencenter", shares: true, domain: "gruenwerk.example" },
  { key: "schools", name: "Vestland Schools", shares: false, domain: "vestland-schools.example" },
  { key: "cafes", name: "Havn & Hof Cafés", shares: false, domain: "havn-og-hof.example" },
] as const;
export type OrganizationKey = (typeof organizations)[number]["key"];

const zones: Record<Language, string> = {
  en: "Europe/Amsterdam",
  de: "Europe/Berlin",
  no: "Europe/Oslo",
};
const dayMs = 24 * 3_600_000;

export type Staff = Person & { team: TeamKey | null };
export type Customer = Person & {
  first: string;
  last: string;
  organization: OrganizationKey | null;
};

export type Workspace = {
  teamIds: Record<TeamKey, string>;
  organizationIds: Record<OrganizationKey, string>;
  agents: Staff[];
  ada: Staff;
  mia: Staff;
  jonas: Customer;
  customers: Customer[];
};

const demoEmail = (name: string) =>
  `${addressPart(name.split(" ")[0] ?? name)}@demo.insightdesk.local`;

/** Everybody who works at Fjord & Fern or buys from it. */
export function makeWorkspace(random: Random, nowMs: number): Workspace {
  const bornMs = nowMs - 800 * dayMs;
  const id = () => random.id(bornMs + random.between(0, 20 * dayMs));
  const teamIds = { orders: id(), sensors: id(), growing: id(), business: id() };
  const organizationIds = { garden: id(), schools: id(), cafes: id() };

  const staff = (name: string, team: TeamKey | null, at: Colleague["at"]): Staff => ({
    id: id(),
    email: demoEmail(name),
    name,
    role: team === null ? "admin" : "agent",
    organizationId: null,
    locale: "en",
    timeZone: at === "Bergen" ? "Europe/Oslo" : "Europe/Berlin",
    since: new Date(bornMs + random.between(0, 300 * dayMs)),
    team,
  });
  const colleagues = agents.map(({ name, team, at }) => staff(name, team, at));
  const ada = staff("Ada Nygård", null, "Bergen");
  const [mia = ada] = colleagues;

  const taken = new Set<string>();
  const customer = (
    language: Language,
    organization: OrganizationKey | null,
    given?: { first: string; last: string },
  ): Customer => {
    const first = given?.first ?? random.pick(names[language].first);
    const last = given?.last ?? random.pick(names[language].last);
    const domain = organizations.find(({ key }) => key === organization)?.domain;
    const address = `${addressPart(first)}.${addressPart(last)}`;
    let email = `${address}@${domain ?? "example.org"}`;
    for (let again = 2; taken.has(email); again += 1)
      email = `${address}${again}@${domain ?? "example.org"}`;
    taken.add(email);
    return {
      id: id(),
      email,
      name: `${first} ${last}`,
      first,
      last,
      role: "customer",
      organizationId: organization === null ? null : organizationIds[organization],
      organization,
      locale: language,
      timeZone: zones[language],
      since: new Date(nowMs - random.between(95, 700) * dayMs),
    };
  };
  const many = (count: number, language: Language, organization: OrganizationKey | null) =>
    Array.from({ length: count }, () => customer(language, organization));

  const jonas = {
    ...customer("en", "garden", { first: "Jonas", last: "Brandt" }),
    email: demoEmail("Jonas"),
    timeZone: zones.de,
  };
  const customers = [
    jonas,
    ...many(7, "en", "garden"),
    ...many(14, "de", "garden"),
    ...many(10, "en", "schools"),
    ...many(9, "no", "schools"),
    ...many(8, "en", "cafes"),
    ...many(4, "de", "cafes"),
    ...many(3, "no", "cafes"),
    ...many(270, "en", null),
    ...many(85, "de", null),
    ...many(65, "no", null),
  ];
  return { teamIds, organizationIds, agents: colleagues, ada, mia, jonas, customers };
}
