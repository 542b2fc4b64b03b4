/** What most letters can say, explained once to the admins who write them. */
export const personName = { words: "The name of who gets it", example: "Anna Kowalska" };
export const exampleSubject = {
  en: "The vent jams",
  de: "Die Lüftung klemmt",
  es: "La ventilación se atasca",
} as const;
export const deskName = { words: "The name of this help desk", example: "Fjord & Fern" };
