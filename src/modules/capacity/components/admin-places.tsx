import {
  Activity,
  AlarmClock,
  AtSign,
  Building2,
  Calculator,
  CalendarClock,
  FileText,
  FlaskConical,
  Gauge,
  Inbox,
  LayoutGrid,
  ListOrdered,
  ListPlus,
  MailQuestionMark,
  Mails,
  MessageSquareText,
  Palette,
  Ruler,
  Scaling,
  Signpost,
  Siren,
  Smile,
  Tag,
  Target,
  Timer,
  TrendingUp,
  Users,
  UsersRound,
  Waves,
  Webhook,
  Zap,
} from "lucide-react";
import type { ReactNode } from "react";

export type AdminPlace = {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
};

const icon = { size: 20, "aria-hidden": true } as const;

const overview: AdminPlace = { href: "/admin", label: "Overview", icon: <Gauge {...icon} /> };
const queues: AdminPlace = {
  href: "/admin/queues",
  label: "Queues",
  icon: <ListOrdered {...icon} />,
};
const people: AdminPlace = { href: "/admin/people", label: "People", icon: <Users {...icon} /> };
const tickets: AdminPlace = { href: "/tickets", label: "Tickets", icon: <Inbox {...icon} /> };

/** Every admin page, by what it is about. */
export const adminPlaces: readonly { label: string; places: readonly AdminPlace[] }[] = [
  {
    label: "Capacity",
    places: [
      overview,
      { href: "/admin/incidents", label: "Incidents", icon: <Siren {...icon} /> },
      { href: "/admin/surge", label: "Surge mode", icon: <Waves {...icon} /> },
      { href: "/admin/objectives", label: "Objectives", icon: <Target {...icon} /> },
      { href: "/admin/budgets", label: "Budgets", icon: <Timer {...icon} /> },
      { href: "/admin/figures", label: "Thresholds", icon: <Ruler {...icon} /> },
      queues,
      { href: "/admin/scaling", label: "Scaling", icon: <Scaling {...icon} /> },
      { href: "/admin/forecast", label: "Forecast", icon: <TrendingUp {...icon} /> },
      { href: "/admin/planner", label: "Planner", icon: <Calculator {...icon} /> },
      { href: "/admin/load", label: "Load lab", icon: <FlaskConical {...icon} /> },
      { href: "/admin/processes", label: "Processes", icon: <Activity {...icon} /> },
    ],
  },
  {
    label: "People and promises",
    places: [
      people,
      { href: "/admin/teams", label: "Teams", icon: <UsersRound {...icon} /> },
      { href: "/admin/organizations", label: "Organizations", icon: <Building2 {...icon} /> },
      { href: "/admin/sla", label: "SLA policies", icon: <AlarmClock {...icon} /> },
      { href: "/admin/satisfaction", label: "Satisfaction", icon: <Smile {...icon} /> },
      { href: "/admin/calendars", label: "Calendars", icon: <CalendarClock {...icon} /> },
    ],
  },
  {
    label: "Set up",
    places: [
      { href: "/admin/workspace", label: "Workspace", icon: <Palette {...icon} /> },
      { href: "/admin/fields", label: "Fields", icon: <ListPlus {...icon} /> },
      { href: "/admin/topics", label: "Topics", icon: <Signpost {...icon} /> },
      { href: "/admin/tags", label: "Tags", icon: <Tag {...icon} /> },
      { href: "/admin/responses", label: "Responses", icon: <MessageSquareText {...icon} /> },
      { href: "/admin/macros", label: "Macros", icon: <Zap {...icon} /> },
      { href: "/admin/webhooks", label: "Webhooks", icon: <Webhook {...icon} /> },
      { href: "/admin/mailboxes", label: "Mailboxes", icon: <AtSign {...icon} /> },
      { href: "/admin/mail", label: "Incoming mail", icon: <MailQuestionMark {...icon} /> },
      { href: "/admin/templates", label: "Templates", icon: <FileText {...icon} /> },
      { href: "/admin/mailbox", label: "Mailbox", icon: <Mails {...icon} /> },
    ],
  },
  { label: "Elsewhere", places: [tickets] },
];

/** What a phone has room for; the last leads to all of them. */
export const phonePlaces: readonly AdminPlace[] = [
  overview,
  queues,
  people,
  tickets,
  { href: "/admin/all", label: "All", icon: <LayoutGrid {...icon} /> },
];

export const isHere = (href: string, path: string): boolean =>
  href === "/admin" ? path === "/admin" : path === href || path.startsWith(`${href}/`);
