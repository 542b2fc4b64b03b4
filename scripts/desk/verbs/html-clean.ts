import * as z from "zod";
import { cleanHtml } from "@/platform/content";
import { defineVerb } from "../verb";

export const htmlClean = defineVerb({
  group: "html",
  verb: "clean",
  summary: "What readers would be shown of HTML that came in, and what was taken out of it.",
  input: z.strictObject({ html: z.string() }),
  example: { html: '<p onclick="steal()">Hello <script>steal()</script><b>there</b></p>' },
  answer: ({ html }) => cleanHtml(html),
});
