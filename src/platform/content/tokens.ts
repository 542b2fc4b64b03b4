import { Tokenizer } from "htmlparser2";

/** What a document consists of, in order. Comments and declarations are not told: nobody sees them. */
export type TokenHandler = {
  /** `attributes` holds the first value of each name, entities resolved, names in lower case. */
  start(tag: string, attributes: Map<string, string>, at: number): void;
  /** `at` is where the tag's name begins in the text. */
  end(tag: string, at: number): void;
  text(text: string): void;
};

/**
 * Reads HTML as a flat row of tokens, in linear time and without recursion. We use the tokenizer
 * of htmlparser2 without its parser: that one searches its stack at every end tag, which a hostile
 * megabyte turns into minutes.
 */
export function readTokens(html: string, handler: TokenHandler): void {
  let tag = "";
  let tagAt = 0;
  let name = "";
  let value = "";
  let attributes = new Map<string, string>();
  const finish = () => {
    handler.start(tag, attributes, tagAt);
    attributes = new Map();
  };
  const ignore = () => undefined;
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onattribname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (codePoint) => {
        value += String.fromCodePoint(codePoint);
      },
      onattribend: () => {
        if (!attributes.has(name)) attributes.set(name, value);
      },
      onopentagname: (start, end) => {
        tag = html.slice(start, end).toLowerCase();
        tagAt = start;
      },
      onopentagend: finish,
      onselfclosingtag: finish,
      onclosetag: (start, end) => handler.end(html.slice(start, end).toLowerCase(), start),
      ontext: (start, end) => handler.text(html.slice(start, end)),
      ontextentity: (codePoint) => handler.text(String.fromCodePoint(codePoint)),
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
