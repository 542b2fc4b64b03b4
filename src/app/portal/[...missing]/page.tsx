import { notFound } from "next/navigation";

/** An address that leads nowhere is answered within the portal, in its reader's language. */
export default function MissingPage(): never {
  notFound();
}
