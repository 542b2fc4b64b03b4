/** How much of a list is read at once. */
export const lists = {
  ticketPageRows: 50,
  /** How many rows of a list a browser keeps; what is scrolled far away is asked for again. */
  ticketsHeldRows: 1_000,
  /** A place in a list names a person, in any writing. */
  pageMarkCharsMax: 1_000,
  messagePageRows: 50,
  messagesPeekedMax: 3,
  messageLargeRows: 200,
  activityPageRows: 50,
  personPageRows: 50,
  viewCountMax: 1000,
  viewsPerPersonMax: 100,
  viewsListedMax: 200,
  viewNameCharsMax: 60,
  /** In so many views one looks for what they use, and so many are named. */
  viewsSearchedMax: 2_000,
  usesListedMax: 50,
  /** How many views are counted for the sidebar, in one statement. */
  viewsCountedMax: 20,
  /** A count that somebody asks for, over all tickets: not exact beyond, and given up in time. */
  viewCountAskedMax: 100_000,
  viewCountMsMax: 1_000,
  mailboxPageRows: 50,
} as const;
