import type { MessageView } from "../schema";
import { withPictures } from "./pictures";

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
      className={`written ${className}`}
      dangerouslySetInnerHTML={{ __html: withPictures(html, files) }}
    />
  );
}
