/** What a client does with a refusal. */
export type ClientReaction = "retry" | "refetch" | "leave" | "correct" | "sign_in" | "report";

export type ErrorRule = {
  /** The HTTP status; the tRPC code is derived from it. */
  http: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 504;
  client: ClientReaction;
  /** For a person: what happened, what became of the work, what to do. */
  words: string;
};

/** The one table of refusals. HTTP, tRPC, retry, words and the page in the docs derive from it. */
export const errorRules = {
  invalid_input: {
    http: 400,
    client: "correct",
    words: "Something in this form is not right. Nothing was saved. Correct it and send it again.",
  },
  malformed_request: {
    http: 400,
    client: "report",
    words: "The request could not be read. Nothing was changed.",
  },
  batch_too_large: {
    http: 400,
    client: "report",
    words: "Too many calls in one request. Nothing was changed.",
  },
  payload_too_large: {
    http: 413,
    client: "correct",
    words: "That is larger than we accept. Nothing was saved. Make it smaller and try again.",
  },
  unsupported_content_type: {
    http: 415,
    client: "report",
    words: "Only JSON is accepted here. Nothing was changed.",
  },
  foreign_origin: {
    http: 403,
    client: "report",
    words: "This change came from another site and was refused. Nothing was changed.",
  },
  request_timeout: {
    http: 504,
    client: "retry",
    words: "This took too long and was stopped. Nothing was changed. Try again in a moment.",
  },
  procedure_not_found: {
    http: 404,
    client: "report",
    words: "This part of InsightDesk does not exist. Reload the page and try again.",
  },
  method_not_allowed: {
    http: 405,
    client: "report",
    words: "This part of InsightDesk is not asked that way. Nothing was changed.",
  },
  rate_limited: {
    http: 429,
    client: "retry",
    words: "That was too often in a short time. Wait a moment and try again.",
  },
  command_id_reused: {
    http: 409,
    client: "report",
    words: "This change was already sent with other content. Reload the page and try again.",
  },
  not_signed_in: {
    http: 401,
    client: "sign_in",
    words: "You are not signed in any more. What you wrote is kept. Sign in to go on.",
  },
  sign_in_failed: {
    http: 401,
    client: "correct",
    words: "That e-mail and password do not belong together. Check both and try again.",
  },
  password_wrong: {
    http: 403,
    client: "correct",
    words: "That is not your password. Nothing was changed. Check it and try again.",
  },
  account_suspended: {
    http: 403,
    client: "leave",
    words: "This account is suspended. Ask the people who run this help desk.",
  },
  email_unverified: {
    http: 403,
    client: "correct",
    words: "Confirm your e-mail address first. We have sent you a new link.",
  },
  names_unavailable: {
    http: 503,
    client: "retry",
    words: "The name servers do not answer right now. Nothing was lost. Try again in a moment.",
  },
  queue_unavailable: {
    http: 503,
    client: "retry",
    words: "The queues cannot be reached right now. Nothing was lost. Try again in a moment.",
  },
  session_store_unavailable: {
    http: 503,
    client: "retry",
    words: "Sign-in is not reachable right now. You stay signed in. Try again in a moment.",
  },
  forbidden: {
    http: 403,
    client: "leave",
    words: "Your role does not allow this. Nothing was changed.",
  },
  not_found: { http: 404, client: "leave", words: "We could not find that." },
  person_not_found: { http: 404, client: "leave", words: "We could not find that person." },
  team_not_found: { http: 404, client: "leave", words: "We could not find that team." },
  email_taken: {
    http: 409,
    client: "correct",
    words: "Someone already uses that e-mail address. Nothing was saved. Use another one.",
  },
  last_admin: {
    http: 409,
    client: "correct",
    words: "This is the last admin. Make someone else an admin first.",
  },
  invitation_not_found: {
    http: 404,
    client: "refetch",
    words: "This invitation is not open any more: it was accepted or taken back. Nothing was sent.",
  },
  link_expired: {
    http: 410,
    client: "leave",
    words: "This link has expired or was used already. Ask for a new one.",
  },
  handover_running: {
    http: 409,
    client: "refetch",
    words: "These tickets are being handed over already. Wait until that has ended.",
  },
  view_not_found: { http: 404, client: "refetch", words: "We could not find that view." },
  view_changed: {
    http: 409,
    client: "refetch",
    words: "Someone changed this view meanwhile. Nothing was saved. Look again and decide.",
  },
  views_full: {
    http: 409,
    client: "correct",
    words: "You have as many views as one person may. Nothing was saved. Delete one first.",
  },
  address_differs: {
    http: 400,
    client: "correct",
    words: "This is not the address of your account. Nothing was deleted. Write it again.",
  },
  rating_closed: {
    http: 409,
    client: "leave",
    words: "It is too late to rate this. What you said before stands.",
  },
  bulk_not_found: { http: 404, client: "refetch", words: "We could not find that bulk action." },
  bulk_too_many: {
    http: 409,
    client: "correct",
    words: "More tickets match than one action may change. Nothing was changed. Narrow the filter.",
  },
  bulk_empty: {
    http: 409,
    client: "refetch",
    words: "No ticket matches any more. Nothing was changed.",
  },
  bulk_not_undoable: {
    http: 409,
    client: "refetch",
    words: "This action still runs, was taken back already, or is too old. Nothing was changed.",
  },
  ticket_not_found: { http: 404, client: "leave", words: "We could not find that ticket." },
  ticket_changed: {
    http: 409,
    client: "refetch",
    words: "Someone changed this ticket meanwhile. Nothing was saved. Look again and decide.",
  },
  ticket_closed: {
    http: 409,
    client: "refetch",
    words: "This ticket is closed. What you wrote is kept. Open a new one to go on.",
  },
  ticket_merged: {
    http: 409,
    client: "refetch",
    words: "This ticket was merged into another one. What you wrote is kept. Go on there.",
  },
  merge_not_possible: {
    http: 409,
    client: "correct",
    words: "These tickets cannot be merged. Nothing was changed.",
  },
  merge_not_undoable: {
    http: 409,
    client: "refetch",
    words: "This merge cannot be taken back any more. Nothing was changed.",
  },
  link_not_possible: {
    http: 409,
    client: "correct",
    words: "These tickets cannot be linked that way. Nothing was changed.",
  },
  timer_runs: {
    http: 409,
    client: "refetch",
    words: "Your timer runs on another ticket. Stop it there first.",
  },
  person_merge_not_possible: {
    http: 409,
    client: "correct",
    words: "These two people cannot be merged, or not be parted any more. Nothing was changed.",
  },
  nothing_to_redact: {
    http: 409,
    client: "correct",
    words: "The message does not say these words. Nothing was changed. Mark them again.",
  },
  redact_too_wide: {
    http: 409,
    client: "correct",
    words: "Too many messages say these words. Nothing was changed. Choose more of the sentence.",
  },
  split_leaves_nothing: {
    http: 409,
    client: "correct",
    words: "A message has to stay in the ticket. Nothing was changed. Choose fewer of them.",
  },
  status_not_allowed: {
    http: 409,
    client: "refetch",
    words: "The ticket cannot go to that status from where it is. Nothing was changed.",
  },
  send_not_undoable: {
    http: 409,
    client: "refetch",
    words: "This reply was already sent and cannot be taken back.",
  },
  send_not_due: {
    http: 409,
    client: "retry",
    words: "This reply is still held. It is sent when its time has come.",
  },
  attachment_not_found: { http: 404, client: "leave", words: "We could not find that file." },
  attachment_refused: {
    http: 422,
    client: "correct",
    words: "This file is not accepted. Your text is kept. Remove the file or choose another.",
  },
  attachments_too_many: {
    http: 422,
    client: "correct",
    words: "Too many files for one message. Your text is kept. Remove some and send again.",
  },
  upload_incomplete: {
    http: 409,
    client: "retry",
    words: "The file did not arrive whole. Your text is kept. Upload it again.",
  },
  storage_unavailable: {
    http: 503,
    client: "retry",
    words: "The store for files does not answer. Your text is kept. Try again in a moment.",
  },
  room_forbidden: { http: 404, client: "leave", words: "We could not find that." },
  limit_reached: {
    http: 409,
    client: "correct",
    words: "There are as many as there may be. Nothing was saved. Remove one first.",
  },
  tag_leaving: {
    http: 409,
    client: "correct",
    words: "That tag is being taken off all tickets. Nothing was changed. Choose another one.",
  },
  field_value_refused: {
    http: 422,
    client: "correct",
    words: "A value does not fit its field. Nothing was changed. Correct it and try again.",
  },
  macro_outdated: {
    http: 409,
    client: "correct",
    words: "This macro asks for something that is gone. Nothing was changed. Mend the macro first.",
  },
  variables_empty: {
    http: 422,
    client: "correct",
    words: "The text still has variables without a value. Nothing was sent. Fill them in yourself.",
  },
  filter_field_gone: {
    http: 409,
    client: "correct",
    words: "This filter uses a field that is gone. Nothing was changed. Take that condition out.",
  },
  filter_not_understood: {
    http: 400,
    client: "correct",
    words: "A part of this filter could not be understood. Correct the marked place.",
  },
  policy_never_matches: {
    http: 422,
    client: "correct",
    words: "No ticket can fulfil these conditions. Nothing was saved. Change one of them.",
  },
  policy_unsteady: {
    http: 422,
    client: "correct",
    words: "A promise cannot depend on this condition. Nothing was saved. Take it out.",
  },
  calendar_never_open: {
    http: 422,
    client: "correct",
    words:
      "This calendar has no open hour, so nothing could ever fall due. Nothing was saved. Add hours.",
  },
  calendar_in_use: {
    http: 409,
    client: "correct",
    words:
      "Policies still count in this calendar's hours. Nothing was removed. Give them another one first.",
  },
  article_not_found: { http: 404, client: "leave", words: "We could not find that article." },
  article_changed: {
    http: 409,
    client: "refetch",
    words: "Someone saved this article meanwhile. Nothing was saved. Look again and decide.",
  },
  review_by_another: {
    http: 409,
    client: "correct",
    words: "Who wrote it does not approve it. Nothing was published. Ask a colleague.",
  },
  category_in_use: {
    http: 409,
    client: "correct",
    words: "Articles or categories stand in it. Nothing was removed. Move them first.",
  },
  category_too_deep: {
    http: 409,
    client: "correct",
    words: "A category cannot stand there. Nothing was saved. Choose a place further up.",
  },
  name_taken: {
    http: 409,
    client: "correct",
    words: "That name is taken. Nothing was saved. Choose another one.",
  },
  form_outdated: {
    http: 409,
    client: "correct",
    words: "This form is a day old. Nothing was sent. What you wrote is kept: send it again.",
  },
  accent_refused: {
    http: 422,
    client: "correct",
    words: "That colour cannot be read on our pages. Nothing was saved. Choose a darker one.",
  },
  logo_refused: {
    http: 422,
    client: "correct",
    words: "This picture is not accepted. Nothing was saved. Choose a PNG, JPEG or WebP.",
  },
  message_not_found: {
    http: 404,
    client: "refetch",
    words: "This message is not there any more, or is an internal note. Nothing was sent.",
  },
  side_not_found: {
    http: 404,
    client: "refetch",
    words: "We could not find that side conversation.",
  },
  sides_too_many: {
    http: 409,
    client: "correct",
    words: "This ticket has as many side conversations as it may. Go on in one of them.",
  },
  mail_settled: {
    http: 409,
    client: "refetch",
    words: "This mail waits for no other try any more. Nothing was sent. Look again.",
  },
  settings_changed: {
    http: 409,
    client: "refetch",
    words: "Somebody else changed this meanwhile. Nothing was saved. Look again and decide.",
  },
  load_run_under_way: {
    http: 409,
    client: "correct",
    words: "A load run is under way. Nothing was started. Wait for it, or cancel it.",
  },
  load_report_not_understood: {
    http: 422,
    client: "correct",
    words: "That is no load report that we can read. Nothing was kept. Choose its JSON file.",
  },
  search_stopped: {
    http: 422,
    client: "correct",
    words:
      "This search would take too long and was stopped. Add a word, a field such as status:open, or a time such as created:<30d.",
  },
  search_busy: {
    http: 503,
    client: "retry",
    words: "Many people are searching at once. Try again in a moment.",
  },
  search_only_excludes: {
    http: 422,
    client: "correct",
    words: "This only says what to leave out. Add a word or a field to look for.",
  },
  webhook_address_refused: {
    http: 422,
    client: "correct",
    words:
      "Nothing is sent to this address. Nothing was saved. Enter an address that is on the internet.",
  },
  webhook_off: {
    http: 409,
    client: "refetch",
    words: "This webhook is switched off. Switch it on first.",
  },
  webhook_delivery_withdrawn: {
    http: 410,
    client: "refetch",
    words: "What this said was removed for good. It cannot be sent again.",
  },
  page_mark_invalid: {
    http: 400,
    client: "refetch",
    words: "This place in the list is not known any more. Start from the top.",
  },
  database_unavailable: {
    http: 503,
    client: "retry",
    words: "The database does not answer. Nothing was changed. Try again in a moment.",
  },
  realtime_full: {
    http: 503,
    client: "retry",
    words: "This server carries all the connections it can. Trying another one.",
  },
  job_version_unknown: {
    http: 422,
    client: "report",
    words: "A job was written by another version and cannot be read by this one.",
  },
  internal: {
    http: 500,
    client: "report",
    words: "Something went wrong on our side. Try again; if it stays, tell us the reference.",
  },
} as const satisfies Record<string, ErrorRule>;

export type ErrorCode = keyof typeof errorRules;
