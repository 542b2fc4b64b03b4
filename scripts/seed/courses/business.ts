import { answers, asksBack, course, notes, solves, waitsForOthers } from "../course";

/** Garden centres, schools and cafés. */
export const business = [
  course({
    key: "class-set",
    team: "business",
    weight: 5,
    tags: ["school"],
    subjects: [
      "Class set: {qty} more sensors",
      "Readings for the science week",
      "Who may see the pupils' accounts?",
    ],
    asks: [
      "For the science week in class 6 we need {qty} more sensors, by invoice to the municipality. They must be here by {weekday}, before the children are. Is that possible?",
      "We want every group to see the curve of its own tray on the tablets, and nothing of the others. Can the app do that?",
      "A parent asked who can see what the children write into the plant diary. I could not answer it. Do you have something on data protection that a school may pass on?",
    ],
    turns: [
      asksBack(
        "It is. I have put {qty} aside in Bergen. Please send me the order number of the municipality, they will not accept our invoice without it.",
        "It can: make one *garden* for each tray, and one code for each garden. How many groups will there be? I can prepare the codes as a sheet to print.",
        null,
      ),
      answers(
        "The number is {serial}. Thank you, you save my week.",
        "Seven groups, four children each.",
        null,
      ),
      notes(
        "Schools ask this every term. The answer belongs into the help centre.",
        null,
        "Checked with Ada: diary is visible to the class and its teacher, never to us without a request.",
      ),
      solves(
        "They left today by express and will be at the school office tomorrow before noon.",
        "Seven codes on one sheet, in your account under **Documents**. They can be used until the end of term and know no names.",
        "Only the class and its teacher; we ourselves look only when a teacher asks us to, and each such look is logged. There are two pages for parents in three languages in your account under **Documents**.",
      ),
    ],
  }),
  course({
    key: "display-units",
    team: "business",
    weight: 4,
    tags: ["retail"],
    subjects: [
      "Demo mode on {qty} display units",
      "Price signs for the {product}",
      "Stock of {product} for the weekend",
    ],
    asks: [
      "Our {qty} display units in {city} show real sensor values, which means that they show nothing at all in a shop. Is there a mode with nice curves?",
      "The new price signs came without the energy label for the Lys. We are not allowed to put them up like that. Could you send the label as a file?",
      "We have {qty} of the {product} left and the garden days are on {weekday}. Can you deliver ten until then, in {colour} if possible?",
    ],
    turns: [
      asksBack(
        "There is, for exactly that: it repeats a sunny day in June. I can switch it on from here, if you tell me the numbers on the hubs.",
        null,
        "Ten in {colour} would be tight, six of them I have. Would four in birch be all right for the rest?",
      ),
      answers(
        "They are {serial} and the three that follow.",
        null,
        "Birch sells even better, so yes.",
      ),
      waitsForOthers(
        null,
        "The label must come from the maker of the lamps, I have asked them. It usually takes a day.",
      ),
      solves(
        "All of them are in June now. They stay there until somebody presses the button on the hub for ten seconds.",
        "Here it is at last: print file and picture are in your account under **Retail → Signs**. Sorry that it was missing.",
        "Then ten are on Thursday's van. The driver has a lift and takes the empty pallets back.",
      ),
    ],
  }),
  course({
    key: "herb-wall",
    team: "business",
    weight: 4,
    tags: ["café"],
    priorities: ["medium", "high"],
    subjects: [
      "Herb wall drips onto the guests' bench",
      "Basil for {city}: {qty} trays a week",
      "Light on the herb wall after closing time",
    ],
    asks: [
      "Since {weekday} the herb wall drips, always at the same place, above the bench at the window. The guests take it with humour, the cushions do not.",
      "We use up basil faster than it grows. {qty} trays a week would be what we need. Is that a matter of light, or of the number of trays?",
      "The light on the herb wall goes on until two in the night, and the flat above us has complained. Where do I set that?",
    ],
    turns: [
      asksBack(
        "Poor cushions. Above the bench is the joint between the second and the third module, and a seal sits in it that gets hard after two years. Could you send me a photo of the joint from below?",
        "A bit of both. How many hours of light do they get now, and do you cut above the second pair of leaves?",
        null,
      ),
      answers(
        "I have sent it to you by phone. One can see that the rubber has come out.",
        "Ten hours. We cut where it is handiest, to be honest.",
        null,
      ),
      notes("Seal kit {serial}, two left on the shelf.", null, null),
      solves(
        "One can, indeed. The seal goes out today, our fitter in {city} comes on {weekday} before you open.",
        "Then fourteen hours, cut above the second pair, and one tray more: that gives {qty} a week from the third week on. Tell me how it goes.",
        "**Light → Quiet hours**, from 23 to 6. I have entered it for you; the herbs get the two hours back in the morning.",
      ),
    ],
  }),
  course({
    key: "service-contract",
    team: "business",
    weight: 3,
    tags: ["contract", "billing"],
    subjects: [
      "Service contract: renewal",
      "One invoice a quarter for all branches",
      "Offer for {qty} more units",
    ],
    asks: [
      "Our service contract ends next month. Can it go on as before, with the two branches in {city} added?",
      "Each branch gets its own invoice at the moment, which makes {qty} a month. Accounts asks for one a quarter, with the branches listed. Is that possible?",
      "Please send us an offer for {qty} {product} with light, delivery in two parts, for the board's meeting on {weekday}.",
    ],
    turns: [
      notes("Long-standing customer, keep the old conditions. Terje agreed."),
      asksBack(
        "It can, at the same conditions. Are the two new branches as large as the others, so that one visit a quarter is enough?",
        "It is. From which month on, and to which address shall it go?",
        "Gladly. Should the offer include assembly, or do your own people do it?",
      ),
      answers(
        "They are smaller, one visit is plenty.",
        "From the coming quarter on, to the head office please.",
        "With assembly, please, our people are good with coffee.",
      ),
      solves(
        "Then everything is ready to sign, you find it in your account under **Contracts**. It takes effect without a gap.",
        "It is arranged. The invoices of this month still come one by one, after that there will be one.",
        "The offer is in your mail, with assembly as a separate line. It holds until the end of next month.",
      ),
    ],
  }),
  course({
    key: "training",
    team: "business",
    weight: 2,
    tags: ["training"],
    priorities: ["low"],
    subjects: ["Training for new staff", "Short course for {qty} people?"],
    asks: [
      "We have {qty} new colleagues in the garden department. Do you still give the half-day course, and would you come to {city}?",
      "Is there a film or a short course from which the new ones learn how to explain the app to customers? They are asked about it every day.",
    ],
    turns: [
      solves(
        "We do, and Sunniva comes with a crate of soil. From six people on it is free. Would {weekday} suit you? The other days of this month are gone already.",
        "There are five films of four minutes each, and a sheet of the ten questions that everybody asks. You will find both in your account under **Retail → Training**.",
      ),
    ],
  }),
];
