import { isPresent } from "./demo";
import type { StackServices } from "./services";

/**
 * Outside demo mode nobody can sign in at first: a link that works once makes the first admin.
 * It is made while there is none.
 */
export async function setupLinkFor(
  { directUrl, variables }: StackServices,
  given: Readonly<Record<string, string>>,
  webUrl: string,
): Promise<string | undefined> {
  if (await isPresent(directUrl, "users where role = 'admin'")) return undefined;
  // What the module reads is the environment; this process has its own only to start others.
  Object.assign(process.env, { PUBLIC_WEB_URL: webUrl, ...given, ...variables });
  const { createSetupLink } = await import("@/modules/identity");
  return (await createSetupLink()).url;
}
