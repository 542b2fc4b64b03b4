/**
 * The product's own rules, by which whoever writes history here computes what follows from it.
 * Gathered on one page: should a rule move, the seed follows in one place.
 */
export { lastWords } from "@/modules/conversations/client";
export { change, newTicket, priorityRank, spokenBy } from "@/modules/tickets/client";
