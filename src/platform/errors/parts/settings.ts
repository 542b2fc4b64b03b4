import type { ErrorRule } from "../rule";

/** What admins set up. */
export const settings = {
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
  name_taken: {
    http: 409,
    client: "correct",
    words: "That name is taken. Nothing was saved. Choose another one.",
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
} as const satisfies Record<string, ErrorRule>;
