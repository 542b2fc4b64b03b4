export type Answer = {
  readonly status: number | null;
  readonly fault: string | null;
};

/** Only 2xx is a yes: a redirect is not followed, since its goal was not checked by anybody. */
export const isAccepted = ({ status }: Answer): boolean =>
  status !== null && status >= 200 && status < 300;

/** The receiver says that it wants nothing more. */
export const isGone = ({ status }: Answer): boolean => status === 410;

/** What an attempt came to, in words for an admin. */
export function answerWords({ status, fault }: Answer): string {
  if (fault !== null) return fault;
  if (status === null) return "Nothing was answered.";
  if (status >= 300 && status < 400)
    return `Answered ${status}: redirects are not followed. Enter the address that it leads to.`;
  return `Answered ${status}.`;
}
