import type { Mark, Node } from "@tiptap/pm/model";
import { defaultMarkdownParser, MarkdownSerializer } from "prosemirror-markdown";

/** The dialect of the server, so that what one sees is what is sent; HTML is text here. */
const { tokenizer } = defaultMarkdownParser;
tokenizer.set({ html: false, breaks: true, linkify: true });
tokenizer.enable(["linkify", "strikethrough"]);

export const markdownToHtml = (text: string): string => tokenizer.render(text);

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function linkText(mark: Mark): string {
  return `](${text(mark.attrs.href).replace(/[()\s]/g, encodeURIComponent)})`;
}

const serializer = new MarkdownSerializer(
  {
    paragraph(state, node) {
      state.renderInline(node);
      state.closeBlock(node);
    },
    heading(state, node) {
      state.write(`${"#".repeat(Number(node.attrs.level))} `);
      state.renderInline(node, false);
      state.closeBlock(node);
    },
    blockquote(state, node) {
      state.wrapBlock("> ", null, node, () => state.renderContent(node));
    },
    bulletList(state, node) {
      state.renderList(node, "  ", () => "- ");
    },
    orderedList(state, node) {
      const first = Number(node.attrs.start ?? 1);
      const width = String(first + node.childCount - 1).length;
      const indent = " ".repeat(width + 2);
      state.renderList(node, indent, (place) => `${String(first + place).padStart(width)}. `);
    },
    listItem(state, node) {
      state.renderContent(node);
    },
    codeBlock(state, node) {
      const ticks = node.textContent.match(/`{3,}/g) ?? [];
      const fence = `${[...ticks].sort().at(-1) ?? "``"}\``;
      state.write(`${fence}${text(node.attrs.language)}\n`);
      state.text(node.textContent, false);
      state.write("\n");
      state.write(fence);
      state.closeBlock(node);
    },
    horizontalRule(state, node) {
      state.write("---");
      state.closeBlock(node);
    },
    hardBreak(state, node, parent, index) {
      // A break at the end of a paragraph says nothing.
      for (let next = index + 1; next < parent.childCount; next++)
        if (parent.child(next).type !== node.type) return state.write("\n");
    },
    image(state, node) {
      state.write(`![${state.esc(text(node.attrs.alt))}](${text(node.attrs.src)})`);
    },
    text(state, node) {
      state.text(node.text ?? "");
    },
  },
  {
    bold: { open: "**", close: "**", mixable: true, expelEnclosingWhitespace: true },
    italic: { open: "*", close: "*", mixable: true, expelEnclosingWhitespace: true },
    strike: { open: "~~", close: "~~", mixable: true, expelEnclosingWhitespace: true },
    code: { open: "`", close: "`", escape: false },
    link: { open: "[", close: (_state, mark) => linkText(mark), mixable: true },
  },
  // The server takes HTML in Markdown: what somebody types as text stays text.
  { hardBreakNodeName: "hardBreak", escapeExtraCharacters: /[<>&]/g },
);

export const toMarkdown = (doc: Node): string => serializer.serialize(doc, { tightLists: true });
