import type { Language, TeamKey } from "../course";
import type { Agent } from "../play";
import type { Random } from "../random";
import type { Person } from "../rows";
import { addressPart, names } from "../words/names";
import { slotWords } from "../words/slots";

export type Organization = { id: string; name: string; sharesTickets: boolean; since: Date };
export type Customer = Person & { first: string; last: string };
export type Team = { key: TeamKey; name: string };

const kinds =
  "Garden Centre,Nursery,School,Café,Kindergarten,Hotel,Bakery,Library,Housing,Studio".split(",");

const languages: readonly { language: Language; weight: number }[] = [
  { language: "en", weight: 62 },
  { language: "de", weight: 22 },
  { language: "no", weight: 16 },
];
const zones: Record<Language, string> = {
  en: "Europe/Amsterdam",
  de: "Europe/Berlin",
  no: "Europe/Oslo",
};

const otherSites = ["Leipzig", "Malmö"] as const;
const teamNames: Record<TeamKey, string> = {
  orders: "Orders and delivery",
  sensors: "Sensors and app",
  growing: "Growing advice",
  business: "Schools and business",
};
const teamKeys: readonly TeamKey[] = ["orders", "sensors", "growing", "business"];

/** A small company has a team for each matter, a large one has it at every site. */
export const teamsFor = (tickets: number): Team[] =>
  teamKeys.flatMap((key) => {
    const name = teamNames[key];
    const names = tickets < 100_000 ? [name] : [name, ...otherSites.map((at) => `${name}, ${at}`)];
    return names.map((each) => ({ key, name: each }));
  });

export type Population = {
  organizations: Organization[];
  customers: Customer[];
  agents: (Person & Agent)[];
  /** People at home and people of organizations, by language. */
  private: Record<Language, Customer[]>;
  business: Record<Language, Customer[]>;
};

/** In every address of a seed, so that two seeds never give the same one. */
const markOf = (seed: number, index: number) => `${seed.toString(36)}x${index.toString(36)}`;

/** Everybody who asks or answers, as many as fit a number of tickets. */
export function populate(
  random: Random,
  { tickets, seed, fromMs }: { tickets: number; seed: number; fromMs: number },
): Population {
  const bornMs = () => fromMs - random.between(1, 300) * 24 * 3_600_000;
  const organizations = Array.from({ length: Math.max(3, Math.round(tickets / 500)) }, () => {
    const since = bornMs();
    const { language } = random.weighted(languages);
    const name = `${random.pick(names[language].last)} ${random.pick(kinds)} ${random.pick(slotWords[language].cities)}`;
    return {
      id: random.id(since),
      name,
      sharesTickets: random.chance(0.4),
      since: new Date(since),
    };
  });

  const person = (index: number, language: Language): Customer => {
    const first = random.pick(names[language].first);
    const last = random.pick(names[language].last);
    const since = bornMs();
    return {
      id: random.id(since),
      email: `${addressPart(first)}.${addressPart(last)}.${markOf(seed, index)}@example.org`,
      name: `${first} ${last}`,
      first,
      last,
      role: "customer",
      organizationId: null,
      locale: language,
      timeZone: zones[language],
      since: new Date(since),
    };
  };
  const byLanguage = (): Record<Language, Customer[]> => ({ en: [], de: [], no: [] });
  const [atHome, atWork] = [byLanguage(), byLanguage()];
  const customers = Array.from({ length: Math.max(30, Math.round(tickets / 8)) }, (_, index) => {
    const [fixed] = index < 18 ? [languages[index % 3]] : [];
    const { language } = fixed ?? random.weighted(languages);
    const one = person(index, language);
    const works = index < 18 ? index % 2 === 0 : random.chance(0.38);
    if (works) one.organizationId = random.pick(organizations).id;
    (works ? atWork : atHome)[language].push(one);
    return one;
  });
  const agentCount = Math.min(120, Math.max(14, Math.round(tickets / 8_000)));
  const agents = Array.from({ length: agentCount }, (_, index) => ({
    ...person(customers.length + index, random.weighted(languages).language),
    role: "agent" as const,
    locale: "en" as const,
    staff: true,
  }));
  return { organizations, customers, agents, private: atHome, business: atWork };
}
