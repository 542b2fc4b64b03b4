/** What the form of somebody without an account comes back with. */
export type GuestFormState = {
  values: { name: string; email: string; subject: string; body: string };
  problems: readonly { field: "name" | "email" | "subject" | "body" | "send"; message: string }[];
  attempt: number;
  /** Where the mail with the link went; null as long as nothing was sent. */
  sentTo: string | null;
  /** To send anew under, after a form that is too old; null keeps the page's own. */
  renewed: { commandId: string; stamp: string } | null;
};

export type GuestFormAction = (previous: GuestFormState, form: FormData) => Promise<GuestFormState>;

export const untouchedGuest: GuestFormState = {
  values: { name: "", email: "", subject: "", body: "" },
  problems: [],
  attempt: 0,
  sentTo: null,
  renewed: null,
};
