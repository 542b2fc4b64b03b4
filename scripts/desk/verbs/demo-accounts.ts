import { demoAccounts } from "../../seed/demo/accounts";
import { defineListing } from "../verb";

export const demoAccountsList = defineListing({
  group: "demo",
  verb: "accounts",
  summary: "Who can sign in to the demo data, and how.",
  reads: "nothing",
  answer: () => demoAccounts,
});
