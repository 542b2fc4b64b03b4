import { redirect } from "next/navigation";
import { homeOf } from "@/modules/identity";
import { readActorOfPage } from "@/trpc/server";

/** Everybody has a home; who is not signed in is asked to. */
export default async function HomePage() {
  const actor = await readActorOfPage();
  redirect(actor === null ? "/sign-in" : homeOf(actor.role));
}
