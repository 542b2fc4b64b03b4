import { organizations } from "./workspace";

/** The three ways into the demo; scripts and sign-in doors know them by these addresses. */
export const demoPassword = "demo-demo-demo";

/** Acts by himself in the demo, through the same doors; nobody is shown his way in. */
export const demoColleague = "sverre@demo.insightdesk.local";

export const demoAccounts = [
  {
    email: "mia@demo.insightdesk.local",
    password: demoPassword,
    role: "agent",
    organization: null,
  },
  {
    email: "jonas@demo.insightdesk.local",
    password: demoPassword,
    role: "customer",
    organization: organizations[0].name,
  },
  {
    email: "ada@demo.insightdesk.local",
    password: demoPassword,
    role: "admin",
    organization: null,
  },
] as const;
