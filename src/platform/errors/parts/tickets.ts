import type { ErrorRule } from "../rule";

/** Tickets, and what is said in them. */
export const tickets = {
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
  form_outdated: {
    http: 409,
    client: "correct",
    words: "This form is a day old. Nothing was sent. What you wrote is kept: send it again.",
  },
  rating_closed: {
    http: 409,
    client: "leave",
    words: "It is too late to rate this. What you said before stands.",
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
} as const satisfies Record<string, ErrorRule>;
