import type { Language } from "../course";
import type { Random } from "../random";

/** What stands in the braces of a text. One set a ticket, so that a conversation agrees with itself. */
export type Slots = Readonly<Record<string, string>>;

type Words = {
  plants: readonly string[];
  weekdays: readonly string[];
  colours: readonly string[];
  floors: readonly string[];
  cities: readonly string[];
};

const split = (words: string) => words.split(", ");

export const slotWords: Record<Language, Words> = {
  en: {
    plants: split(
      "tomatoes, chillies, strawberries, cucumbers, peas, aubergines, peppers, radishes, courgettes, salads",
    ),
    weekdays: split("Monday, Tuesday, Wednesday, Thursday, Friday"),
    colours: split("birch, graphite, moss green, sand"),
    floors: split("third, fourth, fifth, sixth, seventh"),
    cities: split(
      "Utrecht, Ghent, Gothenburg, Aarhus, Leeds, Dublin, Lyon, Kraków, Antwerp, Edinburgh, Tallinn, Brno, Porto, Bristol, Malmö, Eindhoven",
    ),
  },
  de: {
    plants: split(
      "Tomaten, Chilis, Erdbeeren, Gurken, Erbsen, Auberginen, Paprika, Radieschen, Zucchini, Salate",
    ),
    weekdays: split("Montag, Dienstag, Mittwoch, Donnerstag, Freitag"),
    colours: split("Birke, Graphit, Moosgrün, Sand"),
    floors: split("dritten, vierten, fünften, sechsten"),
    cities: split(
      "Leipzig, Dresden, Hamburg, Bremen, Erfurt, Kassel, Freiburg, Rostock, Graz, Münster",
    ),
  },
  no: {
    plants: split(
      "tomatene, chiliene, jordbærene, agurkene, ertene, paprikaene, reddikene, salatene",
    ),
    weekdays: split("mandag, tirsdag, onsdag, torsdag, fredag"),
    colours: split("bjørk, grafitt, mosegrønn"),
    floors: split("tredje, fjerde, femte"),
    cities: split("Bergen, Stavanger, Trondheim, Ålesund, Voss, Haugesund, Tromsø, Molde"),
  },
};

const products = ["Fjell 60", "Fjell 90", "Fjell 90", "Fjell 120", "Fjell Corner"];
const letters = "ACDEFHJKLMNPRTVWXY".split("");

function serial(random: Random): string {
  const letter = () => random.pick(letters);
  return `F${random.between(4, 9)}0-${random.between(2, 9)}${letter()}${random.between(2, 9)}${letter()}-${random.between(1_000, 9_899)}`;
}

export function drawSlots(random: Random, language: Language): Record<string, string> {
  const words = slotWords[language];
  const amount = `${random.between(9, 89)}.${random.pick(["00", "50", "90"])}`;
  return {
    product: random.pick(products),
    order: `FF-${random.between(20_104, 58_790)}`,
    serial: serial(random),
    plant: random.pick(words.plants),
    weekday: random.pick(words.weekdays),
    colour: random.pick(words.colours),
    floor: random.pick(words.floors),
    city: random.pick(words.cities),
    amount: language === "en" ? `€${amount}` : `${amount.replace(".", ",")} €`,
    qty: String(random.between(3, 9)),
    days: String(random.between(3, 9)),
    temp: String(random.between(34, 43)),
    cold: `−${random.between(1, 6)}`,
  };
}
