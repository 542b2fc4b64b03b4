/** What most letters can say, explained once to the admins who write them. */
export const personName = { words: "The name of who gets it", example: "Anna Kowalska" };
export const deskName = { words: "The name of this help desk", example: "Fjord & Fern" };
