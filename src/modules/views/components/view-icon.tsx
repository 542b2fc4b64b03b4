import {
  CircleDot,
  Clock,
  Flame,
  Hourglass,
  Inbox,
  ListFilter,
  SquareCheck,
  UserX,
} from "lucide-react";

const icon = { size: 20, "aria-hidden": true } as const;

const pictures = new Map([
  ["mine", <Inbox key="mine" {...icon} />],
  ["unassigned", <UserX key="unassigned" {...icon} />],
  ["open", <CircleDot key="open" {...icon} />],
  ["urgent", <Flame key="urgent" {...icon} />],
  ["pending", <Clock key="pending" {...icon} />],
  ["on-hold", <Hourglass key="on-hold" {...icon} />],
  ["resolved", <SquareCheck key="resolved" {...icon} />],
]);

/** A picture by which a view is found on the rail, where its name has no room. */
export function ViewIcon({ id }: { id: string }) {
  return pictures.get(id) ?? <ListFilter {...icon} />;
}
