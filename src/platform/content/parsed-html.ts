import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";
import { allowedTags, imageSchemes, linkSchemes } from "./policy";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const html = "http://www.w3.org/1999/xhtml";
const voids = new Set(["br", "hr", "img"]);
const attributes = new Set([
  ...["align", "alt", "class", "colspan", "dir", "height", "href", "lang", "loading", "rel"],
  ...["referrerpolicy", "rowspan", "scope", "src", "start", "target", "title", "width"],
]);

function bodyOf(text: string): Parent {
  const document = parse(`<!doctype html><html><head></head><body>${text}</body></html>`);
  const root = document.childNodes.find((node) => node.nodeName === "html");
  const body =
    root !== undefined && "childNodes" in root
      ? root.childNodes.find((node) => node.nodeName === "body")
      : undefined;
  if (body === undefined || !("childNodes" in body)) throw new Error("No body was parsed.");
  return body;
}

const escapeText = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function written(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return escapeText(node.value);
  if (!("tagName" in node)) return `<!${node.nodeName}>`;
  const values = node.attrs.map(
    ({ name, value }) => ` ${name}="${escapeText(value).replace(/"/g, "&quot;")}"`,
  );
  const start = `<${node.tagName}${values.join("")}`;
  if (voids.has(node.tagName)) return `${start} />`;
  return `${start}>${node.childNodes.map(written).join("")}</${node.tagName}>`;
}

/** The text as a standard parser understands it, written in our own spelling. */
export function asBrowsersReadIt(text: string): string {
  return bodyOf(text).childNodes.map(written).join("");
}

function dangersOfAddress(name: string, value: string, schemes: readonly string[]): string[] {
  const url = new URL(value, "https://own.example/");
  return schemes.includes(url.protocol.slice(0, -1)) ? [] : [`${name}=${value}`];
}

function dangersOf(node: Node): string[] {
  if (node.nodeName === "#text") return [];
  if (!("tagName" in node)) return [node.nodeName];
  const own =
    allowedTags.includes(node.tagName) && node.namespaceURI === html ? [] : [node.tagName];
  const ofAttributes = node.attrs.flatMap(({ name, value }) => {
    if (!attributes.has(name)) return [name];
    if (name === "href") return dangersOfAddress(name, value, linkSchemes);
    return name === "src" ? dangersOfAddress(name, value, imageSchemes) : [];
  });
  return [...own, ...ofAttributes, ...node.childNodes.flatMap(dangersOf)];
}

/** Everything in the text that a standard parser would give a chance to act; empty when safe. */
export function dangersIn(text: string): string[] {
  const contexts = [bodyOf(text), parseFragment(text)];
  return contexts.flatMap((context) => context.childNodes.flatMap(dangersOf));
}
