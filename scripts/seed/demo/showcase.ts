import type { TicketPriority, TicketStatus } from "@/modules/tickets/client";
import type { TeamKey } from "../course";
import type { OrganizationKey } from "./workspace";

type Spoken = {
  /** How many minutes ago. */
  ago: number;
  by: "requester" | "Mia Solberg" | "Sverre Lien" | "Ingrid Hagen" | "Henrik Dahl" | "Terje Moen";
  kind?: "note";
  says: string;
  sets?: Exclude<TicketStatus, "closed">;
};

/** A ticket that is written out, because it is what people open first. */
export type Shown = {
  requester: "jonas" | OrganizationKey;
  ago: number;
  subject: string;
  channel: "web" | "email" | "chat";
  team: TeamKey;
  assignee: "Mia Solberg" | "Ingrid Hagen" | "Henrik Dahl" | null;
  priority: TicketPriority;
  tags: readonly string[];
  asks: string;
  goesOn: readonly Spoken[];
};

const hour = 60;
const day = 24 * hour;

export const showcase: readonly Shown[] = [
  {
    requester: "jonas",
    ago: 27 * hour,
    subject: "Display units in Leipzig all show 38 °C",
    channel: "web",
    team: "sensors",
    assignee: "Mia Solberg",
    priority: "high",
    tags: ["retail", "sensor"],
    asks: "Hello,\n\nsince yesterday noon all **six** display units in our Leipzig branch show 38 °C, although the hall has 19 °C. The vents stand open all day and customers ask whether the greenhouses are ill.\n\nThe hubs are on 4.2.1. On Saturday we have our garden day with about 400 visitors, so I would be glad if they had calmed down by then.\n\nKind regards,\nJonas Brandt\nGrünwerk Gartencenter",
    goesOn: [
      {
        ago: 26 * hour,
        by: "Mia Solberg",
        kind: "note",
        says: "All six hubs report the same value to the hundredth. That is no heat, that is one sensor copied six times: the branch was set up from one backup.\n\n@Sverre Lien can you confirm that the ids are equal?",
      },
      {
        ago: 25 * hour,
        by: "Mia Solberg",
        says: "Hi Jonas,\n\nthey are not ill, I promise. All six show exactly the same figure, which makes me think that they all listen to the same sensor, and that this one lies in the sun.\n\nCould you tell me whether one sensor stands near the south window, and whether the units were set up one by one or from a copy?\n\nKind regards,\nMia Solberg",
        sets: "pending",
      },
      {
        ago: 5 * hour,
        by: "requester",
        says: "You are a magician. Our trainee set up the first one and copied it to the others. And one sensor does lie on the window sill, next to the coffee machine.\n\nWhat do we do now, without starting all over?",
      },
      {
        ago: 4 * hour,
        by: "Sverre Lien",
        kind: "note",
        says: "Confirmed, one id six times. I can give each hub a new identity from here, they keep their schedules. Takes a restart of half a minute each.",
      },
      {
        ago: 2,
        by: "Mia Solberg",
        says: "Hi Jonas,\n\nnothing has to be set up again. Sverre has given each of the six hubs an identity of its own from here; they restart once and keep their schedules.\n\nTwo things remain for you:\n\n1. Take the sensor off the window sill and put it into **unit 3**, lower shelf.\n2. Press the button on each unit once, so that it looks for its own sensor.\n\nThe figures should be down to 19 °C after ten minutes. Do they come down? Then Saturday can come.\n\nKind regards,\nMia Solberg",
        sets: "pending",
      },
    ],
  },
  {
    requester: "jonas",
    ago: 6 * day + 3 * hour,
    subject: "Hinges for three returned Fjell 90",
    channel: "email",
    team: "business",
    assignee: "Ingrid Hagen",
    priority: "medium",
    tags: ["retail", "spare-part"],
    asks: "Hello Ingrid,\n\nthree Fjell 90 came back from customers with bent hinges, always the upper left one. If you send me the hinges, our workshop mends them, and nobody has to ship a greenhouse across the country.\n\nThanks,\nJonas",
    goesOn: [
      {
        ago: 6 * day,
        by: "Ingrid Hagen",
        says: "Hello Jonas,\n\nthat is the most sensible return we have had this year. The hinges are at the maker, who sends them on Wednesday; I add six, in case more come back.\n\nAll the best,\nIngrid Hagen",
        sets: "on_hold",
      },
      {
        ago: 5 * day + 22 * hour,
        by: "Terje Moen",
        kind: "note",
        says: "Upper left is the side on which the carrier's clamp sits. I have asked packing for a photo of how they strap it.",
      },
    ],
  },
  {
    requester: "jonas",
    ago: 23 * day,
    subject: "Can my colleagues in Dresden see our requests?",
    channel: "web",
    team: "business",
    assignee: "Ingrid Hagen",
    priority: "low",
    tags: ["account"],
    asks: "Hello,\n\nour branch in Dresden asked the same thing last week that I had asked before. Can they see my requests, so that we do not write everything twice?\n\nJonas Brandt",
    goesOn: [
      {
        ago: 23 * day - 2 * hour,
        by: "Ingrid Hagen",
        says: "Hello Jonas,\n\nthey can from now on: I have switched sharing on for Grünwerk. Under **Requests → My organization** everybody sees the requests of all branches, and what you write to us in private you can still send from a private address.\n\nAll the best,\nIngrid Hagen",
        sets: "resolved",
      },
    ],
  },
  {
    requester: "schools",
    ago: 46,
    subject: "Heating mats stone cold, forty trays of seedlings at 2 °C",
    channel: "chat",
    team: "sensors",
    assignee: null,
    priority: "urgent",
    tags: ["heater", "frost", "school"],
    asks: "Hello,\n\nthe heating mats at our school went off some hours ago, and nobody noticed. It is **2 °C** inside, and there are forty trays with the seedlings of classes 5 to 7 in there.\n\nThe app shows *heating, 40 W* for all three mats, but they are stone cold, and the coming night shall be colder still. Please write or call, I am in class but look at the phone.",
    goesOn: [],
  },
  {
    requester: "cafes",
    ago: 3 * hour + 20,
    subject: "Herb wall in Bergen: water on the floor",
    channel: "email",
    team: "sensors",
    assignee: "Mia Solberg",
    priority: "high",
    tags: ["café", "watering"],
    asks: "Hi,\n\nthe herb wall at our harbour branch has been dripping since we opened. We have put a bucket under it and it is half full. It only drips on the left, where the pump sits, and only when the pump is off.\n\nWe are fully booked later today, so anything that we can do ourselves would be wonderful.",
    goesOn: [
      {
        ago: 2 * hour + 35,
        by: "Mia Solberg",
        says: "Hello,\n\nwhen it drips while the pump rests, the water runs back through the valve behind it. Please close the small blue tap at the left foot of the wall; the herbs live well without water for a day.\n\nDoes the dripping stop within five minutes? And is the little flap in the valve white or grey?\n\nKind regards,\nMia Solberg",
        sets: "pending",
      },
      {
        ago: 41,
        by: "requester",
        says: "It stopped, the guests are dry. The flap is grey, and there is a crack in it. Where do we get a new one before the weekend?",
      },
      {
        ago: 33,
        by: "Sverre Lien",
        kind: "note",
        says: "Grey flaps are the ones from last year's recall. There are four on the shelf in Bergen, the fitter passes the harbour tomorrow anyway.",
      },
    ],
  },
  {
    requester: "garden",
    ago: 52 * hour,
    subject: "Pallet of twelve Fjell 60 arrived with eleven",
    channel: "email",
    team: "orders",
    assignee: "Henrik Dahl",
    priority: "medium",
    tags: ["retail", "delivery"],
    asks: "Good morning,\n\nthe pallet for our Chemnitz branch came with eleven boxes instead of twelve. The foil was whole, and the delivery note says twelve. We have counted three times and taken photos.\n\nWe do not need it urgently, but the invoice should be right.",
    goesOn: [
      {
        ago: 50 * hour,
        by: "Henrik Dahl",
        says: "Good morning,\n\nthank you for counting three times, so I need not ask. I have asked the warehouse to look at their weights of that day; the pallet was weighed before it left.\n\nBest wishes from Bergen,\nHenrik Dahl",
        sets: "on_hold",
      },
      {
        ago: 28 * hour,
        by: "Henrik Dahl",
        kind: "note",
        says: "Weight is 21 kg short, so it never left us. The twelfth stands in aisle 4 with a torn label. Goes out on the next van.",
      },
    ],
  },
];
