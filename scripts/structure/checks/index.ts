import type { Check } from "../check";
import { browserReach } from "./browser";
import { card, readmeScripts, topEntries } from "./card";
import { dead } from "./dead";
import { errorCodes, unusedErrorCodes } from "./error-codes";
import { finished, folders, lengths } from "./files";
import { circles, doors, layers, lostImports, ranks } from "./graph";
import { limits } from "./limits";
import { addresses, clock, consoles, environment } from "./machine";
import { homes, valkeyKeys } from "./names";
import { roomNames, routesOnly, ruleImports } from "./rooms";
import { tableOwners } from "./table-owners";
import { testNames, wholeTests } from "./tests";
import { logicalSides, textsSpoken, textsUsed } from "./texts";
import { types } from "./types";

export const checks: readonly Check[] = [
  lostImports,
  ranks,
  doors,
  layers,
  circles,
  browserReach,
  roomNames,
  ruleImports,
  routesOnly,
  tableOwners,
  dead,
  clock,
  environment,
  addresses,
  consoles,
  types,
  lengths,
  finished,
  folders,
  wholeTests,
  testNames,
  homes,
  valkeyKeys,
  limits,
  textsSpoken,
  textsUsed,
  logicalSides,
  errorCodes,
  unusedErrorCodes,
  card,
  topEntries,
  readmeScripts,
];
