/** Search, the words it knows, what is alike, and filters that look into texts. */
export const search = {
  similarCandidatesMax: 1_000,
  similarRows: 5,
  topicsMax: 100,
  /** Search has connections and a patience of its own, so that it never slows a reply down. */
  searchPoolMax: 3,
  searchStatementMsMax: 2_000,
  searchWaitMsMax: 1_000,
  searchCharsMax: 2_000,
  searchCorrectedBatchesMax: 6,
  /** After this long no further month is opened; the answer says how far back it looked. */
  searchPatienceMs: 30,
  searchHitsMax: 200,
  searchProbeRows: 1_000,
  searchProbeHitsMax: 40,
  searchPageRows: 20,
  searchSubjectProbeRows: 300,
  searchFilteredTicketsMax: 5_000,
  searchEachTicketMax: 200,
  searchSubjectRows: 6,
  searchPeopleRows: 5,
  searchPeopleWordsMax: 5,
  searchLanguageSweepMs: 3_600_000,
  searchRequestsMax: 200,
  searchPassageCharsMax: 20_000,
  searchedCharsMax: 100_000,
  wordCharsMin: 3,
  wordCharsMax: 30,
  /** A word that fewer messages hold is in no list: it could be a secret, and it is no word yet. */
  wordMessagesMin: 3,
  wordSpanMs: 6 * 3_600_000,
  wordLearningMs: 5_000,
  wordSweepMs: 10_000,
  pendingListSweepMs: 30_000,
  partitionsKnownMs: 60_000,
  filterTicketsSayingMax: 1_000,
  filtersReadMax: 500,
  /** So many people, teams or organizations can be meant by one name in a filter. */
  namesMeantMax: 50,
  /** Among so many names one is looked for that was probably meant. */
  namesGuessedMax: 2_000,
} as const;
