import type { MessageView } from "../schema";
import { withPictures } from "./pictures";

/** Looks of what people wrote: the only place that styles elements and not roles of our own. */
const proseClass =
  "max-w-prose text-body [&_a]:text-link [&_a]:underline [&_blockquote]:my-2 [&_blockquote]:border-line-strong [&_blockquote]:border-s-2 [&_blockquote]:ps-3 [&_blockquote]:text-ink-2 [&_code]:font-mono [&_code]:text-ui [&_h1]:text-title [&_h2]:text-heading [&_h3]:text-heading [&_img]:max-w-full [&_li]:my-0.5 [&_ol]:list-decimal [&_ol]:ps-6 [&_p+p]:mt-3 [&_pre]:my-2 [&_pre]:overflow-x-auto [&_pre]:rounded-control [&_pre]:bg-sunken [&_pre]:p-3 [&_pre]:font-mono [&_pre]:text-ui [&_table]:block [&_table]:overflow-x-auto [&_td]:border [&_td]:border-line [&_td]:px-2 [&_th]:border [&_th]:border-line [&_th]:px-2 [&_ul]:list-disc [&_ul]:ps-6";

interface MessageBodyProps {
  readonly html: string;
  /** The files of the message: pictures that came inside a mail are among them. */
  readonly files?: MessageView["attachments"] | undefined;
  readonly className?: string;
}

const noFiles: MessageView["attachments"] = [];

/**
 * The text of a message. It was cleaned on the server, on its way in, and this is the only place
 * that puts such text into a page as it is (biome.json names this file and no other).
 */
export function MessageBody({ html, files = noFiles, className = "" }: MessageBodyProps) {
  // Addresses of the web open apart from the work; their `rel` was set when they were cleaned.
  return (
    <div
      className={`${proseClass} ${className}`}
      dangerouslySetInnerHTML={{ __html: withPictures(html, files) }}
    />
  );
}
