/** What the boxes say in which one writes. */
export const boxWords = {
  subject: "Subject",
  details: "Details",
  markdownHint: "You can use **bold**, - lists, > quotes and `code`.",
  send: "Send to support",
  sending: "Sending",
  waiting: "No connection. It is sent by itself as soon as there is one; what you wrote is kept.",
  notSent: "Not sent",
  signIn: "Sign in",
} as const;
