import { redirect } from "next/navigation";
import { wordsOfPage } from "@/trpc/language";

/** The help centre in the reader's language. */
export default async function HelpPage() {
  const { language } = await wordsOfPage();
  redirect(`/portal/help/${language}`);
}
