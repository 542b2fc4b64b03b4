import type { Language } from "./rules/languages";
import type { Stage } from "./rules/stage";

export type Heading = { id: string; level: 2 | 3; text: string };

export type CategoryName = { name: string; slug: string; summary: string };
export type Category = {
  id: string;
  parentId: string | null;
  place: number;
  names: Partial<Record<Language, CategoryName>>;
};

/** An article in one language, as a line of the list of those who write. */
export type ArticleLine = {
  articleId: string;
  language: Language;
  title: string;
  state: Stage;
  internal: boolean;
  categoryId: string;
  /** Something was written that readers do not see yet. */
  unpublished: boolean;
  publishAt: string | null;
  updatedAt: string;
};

export type Translation = {
  language: Language;
  state: Stage;
  title: string;
  slug: string;
  body: string;
  version: number;
  publishedVersion: number | null;
  publishAt: string | null;
  updatedAt: string;
  authorId: string;
  authorName: string;
  helpful: number;
  unhelpful: number;
  solved: number;
};

export type Version = {
  version: number;
  title: string;
  authorName: string;
  revertedTo: number | null;
  createdAt: string;
};

/** A piece of text that stayed, came or went. */
export type Piece = { is: "same" | "added" | "removed"; text: string };

/** A page as lists and searches show it. */
export type PageLine = {
  articleId: string;
  language: Language;
  categoryId: string;
  slug: string;
  title: string;
  summary: string;
};
