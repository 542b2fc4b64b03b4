import { Service } from "kubernetes-models/v1/Service";
import { stringify } from "yaml";
import type { Topology } from "../../topology/description";
import { ports } from "../../topology/ports";
import { kindLabel, labelsOf } from "./engine";
import { budgetOf, deploymentOf, mailServiceOf, migrationOf, serviceOf } from "./product";
import { type Said, scalingOf } from "./scaling";
import { databaseOf, ingressesOf, storeOf } from "./services";

const unsaid = (model: Said["model"]): Said => ({ says: "", model });

/** Any worker answers for all of them: it asks the queues themselves. */
const internal = new Service({
  metadata: { name: "worker-internal", labels: labelsOf("internal") },
  spec: {
    selector: { [kindLabel]: "worker" },
    ports: [{ name: "http", port: 80, targetPort: ports.worker }],
  },
});

export type Manifest = { readonly file: string; readonly models: readonly Said[] };

/** The manifests of a tier in the order in which they are applied. */
export function manifestsOf(topology: Topology): Manifest[] {
  const { parts, stores } = topology;
  const product = parts.flatMap((part) => [
    deploymentOf(topology, part),
    ...budgetOf(part),
    ...mailServiceOf(part),
    ...(part.kind === "worker" ? [] : [serviceOf(part.name, part.port)]),
  ]);
  return [
    {
      file: "1-services.yaml",
      models: [...databaseOf(topology), ...stores.flatMap(storeOf)].map(unsaid),
    },
    { file: "2-migrate.yaml", models: [unsaid(migrationOf(topology))] },
    {
      file: "3-product.yaml",
      models: [...product, internal, ...ingressesOf()].map(unsaid),
    },
    { file: "4-scaling.yaml", models: scalingOf(parts) },
  ].filter(({ models }) => models.length > 0);
}

const asComment = (text: string) =>
  text === ""
    ? ""
    : `${text
        .split("\n")
        .map((line) => `# ${line}`)
        .join("\n")}\n`;

/** One file of manifests. @throws when a model does not hold its schema. */
export function manifestText({ models }: Manifest): string {
  const documents = models.map(({ says, model }) => {
    model.validate();
    const plain: unknown = JSON.parse(JSON.stringify(model.toJSON()));
    return `---\n${asComment(says)}${stringify(plain, { lineWidth: 0, aliasDuplicateObjects: false })}`;
  });
  const head =
    "# Written by `npm run generate` from deploy/kubernetes/models: change it there.\n# Checked, not run: there was no cluster at hand.\n";
  return head + documents.join("");
}
