import Image from "@tiptap/extension-image";
import StarterKit from "@tiptap/starter-kit";

/** What a message may consist of: the same that Markdown can say and the server lets through. */
export const extensions = [
  StarterKit.configure({
    underline: false,
    gapcursor: false,
    heading: { levels: [1, 2, 3] },
    link: { openOnClick: false, autolink: true, linkOnPaste: true, defaultProtocol: "https" },
  }),
  Image.configure({ inline: true, allowBase64: false }),
];
