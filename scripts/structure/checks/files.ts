import type { Check, Finding } from "../check";
import { counted } from "../check";
import { linesMax, longFiles, testLinesMax } from "../house";
import { fileCheck } from "../syntax-check";

const unfinished = /\b(TODO|FIXME|XXX|HACK)\b/;

/** A file holds one idea; a long one usually holds two. */
export const lengths: Check = {
  name: "file length",
  look: (tree) => {
    const findings: Finding[] = [];
    for (const { path, text, isTest } of tree.sources) {
      const most = isTest ? testLinesMax : linesMax;
      const lines = text.replace(/\n$/, "").split("\n").length;
      const isKnown = path in longFiles;
      if (lines <= most && isKnown) {
        const says = "is no longer long: take it off longFiles in scripts/structure/house.ts";
        findings.push({ path, line: 1, says });
      }
      if (lines <= most || isKnown) continue;
      const says = `has ${lines} lines, ${most} at most: it holds two ideas, give each its file`;
      findings.push({ path, line: most + 1, says });
    }
    return { looked: counted(tree.sources.length, "file"), findings };
  },
};

/** What is not done stands in an issue, where somebody will see it. */
const unfinishedCode = fileCheck(
  "finished",
  () => true,
  (source, tell) => {
    for (const comment of source.comments) {
      const word = unfinished.exec(comment.value)?.[0];
      if (word !== undefined)
        tell(comment, `${word}: do it now, or open an issue and delete the note`);
    }
  },
);

export const finished: Check = {
  name: "finished",
  look: async (tree) => {
    const code = await unfinishedCode.look(tree);
    const others = tree.paths.filter((path) => /\.(css|prisma|sql|ya?ml|sh)$/.test(path));
    const findings = others.flatMap((path) =>
      tree
        .read(path)
        .split("\n")
        .flatMap((text, at): Finding[] => {
          const word = unfinished.exec(text)?.[0];
          const says = `${word}: do it now, or open an issue and delete the note`;
          return word === undefined ? [] : [{ path, line: at + 1, says }];
        }),
    );
    const looked = counted(tree.sources.length + others.length, "file");
    return { looked, findings: [...code.findings, ...findings] };
  },
};

/** A folder that exists has something living in it. */
export const folders: Check = {
  name: "folders are lived in",
  look: (tree) => {
    const living = tree.paths.filter(
      (path) => !/(^|\/)(\.gitkeep|\.keep|\.DS_Store)$/.test(path) && tree.read(path).trim() !== "",
    );
    const findings = tree.folders
      .filter((folder) => !living.some((path) => path.startsWith(`${folder}/`)))
      .map((path) => ({
        path,
        line: 1,
        says: "is empty: a folder comes with the first thing that lives in it",
      }));
    return { looked: counted(tree.folders.length, "folder"), findings };
  },
};
