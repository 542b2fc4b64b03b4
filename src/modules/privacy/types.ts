/** A request as its requester takes it with them. */
export type ExportedRequest = {
  number: number;
  subject: string;
  status: string;
  askedAt: string;
  resolvedAt: string | null;
  fields: Record<string, unknown>;
  ratings: { good: boolean; comment: string; at: string }[];
  messages: {
    at: string;
    from: string;
    text: string;
    files: { name: string; type: string | null; bytes: number }[];
  }[];
};

export type ExportedPerson = {
  name: string;
  email: string;
  /** The addresses that the account had before. */
  emailsBefore: string[];
  organization: string | null;
  language: string | null;
  timeZone: string;
  since: string;
};
