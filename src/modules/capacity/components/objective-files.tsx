"use client";

import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { toast } from "@/ui/toast";
import { openSlo, type ToYaml } from "../rules/objective-files/openslo";
import { prometheusRules } from "../rules/objective-files/prometheus";
import { saveFile } from "./save-file";

const files = [
  { name: "openslo.yaml", words: "Save as OpenSLO", textOf: openSlo },
  { name: "prometheus-rules.yaml", words: "Save as Prometheus rules", textOf: prometheusRules },
] as const;

async function save(name: string, textOf: (toYaml: ToYaml) => string): Promise<void> {
  try {
    // Only who takes a file along needs what writes it.
    const { stringify } = await import("yaml");
    const text = textOf((document) => stringify(document, { lineWidth: 0 }));
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
  return (
    <Card title="Take the objectives along">
      <p className="mb-3 max-w-prose text-ui">
        The seven objectives with their burn rates, for a monitoring of your own that reads
        /metrics. They are the files of deploy/objectives.
      </p>
      <div className="flex flex-wrap gap-3">
        {files.map(({ name, words, textOf }) => (
          <Button key={name} onClick={() => void save(name, textOf)}>
            {words}
          </Button>
        ))}
      </div>
    </Card>
  );
}
