/**
 * How every table lives, so that none grows for ever unnoticed. Those that are forgotten by the row
 * stand in lifetimes.ts with how long they are kept; the others say here why they need not be.
 */
export const otherLives: Readonly<Record<string, string>> = {
  // By month: RETENTION_MONTHS drops whole partitions.
  ticket_messages: "by month",
  activity_logs: "by month",
  // By its span: worker/upkeep/measures.ts.
  metric_samples: "by span",

  // One row a person, or a few.
  users: "as many as people",
  accounts: "as many as people",
  session_marks: "as many as people",
  notification_settings: "as many as people",
  team_members: "as many as people",
  organizations: "as many as customers",
  invitations: "as many as people who were invited",
  setup_links: "one at a time",
  view_pins: "as many as people pin",
  message_drafts: "gone when sent or thrown away",

  // What the installation is about: it grows with its tickets and goes with them.
  tickets: "content",
  attachments: "content",
  ticket_reads: "content: who has read which ticket",
  ticket_followers: "content",
  ticket_links: "content",
  ticket_times: "content",
  ticket_merges: "content: how tickets became one",
  ticket_merge_messages: "content",
  person_merges: "content: how people became one",
  person_merge_tickets: "content",
  incident_answers: "content",
  incident_answer_tickets: "content",
  bulk_actions: "content: who changed many tickets at once",
  bulk_action_tickets: "content",
  handovers: "content: who handed all tickets over",
  sla_clocks: "content: one a ticket and promise",

  ticket_mailboxes: "content: by which door a ticket came",
  ticket_mails: "content: which mail is which message",
  blind_copies: "content",
  raw_mails: "content: what came in and what became of it",
  raw_mail_contents: "content: the original of what came in",
  mail_bounces: "as many as addresses that do not take mail",
  kb_articles: "content",
  kb_pages: "content",
  kb_translations: "content",
  kb_versions: "content: a version more is a decision of a person",
  kb_votes: "content: one a reader and article",
  kb_files: "content",
  kb_old_slugs: "content: addresses that people may still have",
  webhook_attempts: "gone with their delivery",

  // What admins set up; a version more is a decision of a person.
  workspace: "settings",
  teams: "settings",
  tags: "settings",
  custom_fields: "settings",
  canned_responses: "settings",
  macros: "settings",
  views: "settings",
  scaling_policies: "settings, with who changed them",
  operator_actions: "what admins did to the machinery: kept as evidence",
  sla_policies: "settings",
  sla_policy_versions: "settings",
  sla_calendars: "settings",
  sla_calendar_versions: "settings",
  sla_recomputes: "one a change of a promise",
  sla_zone_data: "one a version of the zones",

  kb_categories: "settings",
  kb_category_names: "settings",
  mailboxes: "settings",
  mail_templates: "settings",
  blocked_senders: "settings",
  signing_keys: "settings",
  webhook_endpoints: "settings",
  capacity_plans: "plans that people keep",
  load_reports: "reports that people bring in",

  // Bounded by themselves.
  kb_words: "bounded by the language",
  webhook_cursor: "one row",
  event_positions: "one row",
  search_words: "bounded by the language",
  search_learning: "one row",
};
