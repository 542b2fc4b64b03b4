"use client";

import { trpc } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { toast } from "@/ui/toast";
import type { FigureSet } from "../rules/figures/set";
import { openSlo, type ToYaml } from "../rules/objective-files/openslo";
import { prometheusRules } from "../rules/objective-files/prometheus";
import { saveFile } from "./save-file";

const files = [
  { name: "openslo.yaml", words: "Save as OpenSLO", textOf: openSlo },
  { name: "prometheus-rules.yaml", words: "Save as Prometheus rules", textOf: prometheusRules },
] as const;

type TextOf = (toYaml: ToYaml, set?: FigureSet) => string;
type SetNow = () => Promise<FigureSet | undefined>;

async function save(name: string, textOf: TextOf, setNow: SetNow): Promise<void> {
  try {
    // Only who takes a file along needs what writes it.
    const [{ stringify }, set] = await Promise.all([import("yaml"), setNow()]);
    const text = textOf((document) => stringify(document, { lineWidth: 0 }), set);
    saveFile(name, "application/yaml", text);
  } catch {
    toast({
      text: "The file could not be made. Look at the connection and try again.",
      tone: "bad",
    });
  }
}

/** The same objectives for those who watch over more than this product. */
export function ObjectiveFiles() {
  const utils = trpc.useUtils();
  const setNow = async () => {
    const { tables } = await utils.capacity.figures.fetch();
    const set = tables.find(({ figure }) => figure === "objectives")?.set ?? {};
    // As founded, they are the files of deploy/objectives to the letter.
    return Object.keys(set).length === 0 ? undefined : set;
  };
  return (
    <Card title="Take the objectives along">
      <p className="mb-3 max-w-prose text-ui">
        The seven objectives with their burn rates, for a monitoring of your own that reads
        /metrics, as they count here now. As founded, they are the files of deploy/objectives.
      </p>
      <div className="flex flex-wrap gap-3">
        {files.map(({ name, words, textOf }) => (
          <Button key={name} onClick={() => void save(name, textOf, setNow)}>
            {words}
          </Button>
        ))}
      </div>
    </Card>
  );
}
