import {
  AtSign,
  CornerDownLeft,
  Eye,
  MessageSquare,
  SquareX,
  TriangleAlert,
  UserPlus,
  Users,
} from "lucide-react";
import type { Reason } from "../rules/reasons";

const icon = { size: 16, "aria-hidden": true } as const;

const pictures: Readonly<Record<Reason, React.ReactNode>> = {
  mention: <AtSign {...icon} />,
  breach: <SquareX {...icon} />,
  risk: <TriangleAlert {...icon} />,
  assigned: <UserPlus {...icon} />,
  reply: <MessageSquare {...icon} />,
  follow: <Eye {...icon} />,
  returned: <CornerDownLeft {...icon} />,
  team: <Users {...icon} />,
};

/** A picture beside the words of a reason; it says nothing that they do not. */
export function ReasonIcon({ reason }: { reason: Reason }) {
  return pictures[reason];
}
