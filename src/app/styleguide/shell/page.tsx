import type { Metadata } from "next";
import { ShellGuide } from "@/ui/guide/shell-guide";

export const metadata: Metadata = { title: "Shell" };

export default async function ShellPage({
  searchParams,
}: {
  searchParams: Promise<{ show?: string }>;
}) {
  const { show } = await searchParams;
  return <ShellGuide show={show === "main" ? "main" : "list"} />;
}
