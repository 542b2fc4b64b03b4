import { stringify } from "yaml";
import { openSlo, prometheusRules } from "@/modules/capacity/client";

const toYaml = (document: unknown) => stringify(document, { lineWidth: 0 });

/** The files of deploy/objectives; the page of objectives gives the same to download. */
export const openSloYaml = () => openSlo(toYaml);
export const prometheusYaml = () => prometheusRules(toYaml);
