import type { Language } from "../course";

type Names = { first: readonly string[]; last: readonly string[] };

const split = (words: string) => words.split(" ");

/** First and family names as they are met where a language is spoken. */
export const names: Record<Language, Names> = {
  en: {
    first: split(
      "Anna Oliver Emma Liam Sofia Noah Clara Hugo Elena Marco Lucia Pierre Camille Tomasz Zofia Milan Petra Aisha Omar Priya Arjun Mei Daniel Grace Owen Niamh Ruth Samuel Isla Ewan Chloe Mateo Ines Rafael Beatriz Andrei Ioana Katarina Janek Nora Felix Yara Tarek Leila Victor Simone Gaspard Maeve",
    ),
    last: split(
      "Kowalska Hughes Rossi Dubois Novak Marin Costa Silva Murphy Byrne Evans Fraser Campbell Bennett Patel Sharma Haddad Rahman Chen Tanaka Moreau Laurent Bianchi Ferrari Santos Almeida Ionescu Popa Horvat Kovac Wright Turner Clarke Foster Reid Walsh Okafor Mensah Castillo Vega Janssen Peeters Vermeer Lefevre Nowak Zielinska Greco Doyle",
    ),
  },
  de: {
    first: split(
      "Katrin Stefan Julia Thomas Sabine Markus Lena Florian Ulrike Matthias Heike Jens Birgit Moritz Greta Paul Anneliese Wolfgang Johanna Till Friederike Ralf Carolin Uwe Dorothea Henning",
    ),
    last: split(
      "Schneider Hoffmann Wagner Becker Schulz Koch Richter Klein Wolf Neumann Schwarz Zimmermann Krüger Hartmann Lange Werner Lehmann Köhler Voigt Böhme Albers Winkler Lorenz Thiele Seidel Jahn",
    ),
  },
  no: {
    first: split(
      "Ingrid Lars Kari Bjørn Silje Erik Marit Håkon Solveig Anders Hilde Tore Astrid Magnus Randi Øyvind Guro Eirik Tuva Sverre Live Geir Åse Jon Vilde Trond",
    ),
    last: split(
      "Hansen Johansen Olsen Larsen Andersen Nilsen Berg Haugen Hagen Dahl Lund Moen Bakke Strand Solheim Myhre Eide Fjeld Nygård Sæther Aasen Brekke Tveit Vik Rønning Lien",
    ),
  },
};

/** As a name stands in an address. */
export function addressPart(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}
