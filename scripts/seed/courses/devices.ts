import { answers, asksBack, course, notes, solves, waitsForOthers } from "../course";

/** What moves and shines: pump, vent, light and heating. */
export const devices = [
  course({
    key: "pump",
    team: "sensors",
    weight: 5,
    season: "warm",
    tags: ["drop", "watering"],
    priorities: ["high", "medium", "high"],
    subjects: [
      "Drop pump runs but no water comes",
      "Watering did not start this morning",
      "Drop kit: only {qty} of the drippers work",
      "Pump hums all the time",
    ],
    asks: [
      "The pump of the Drop kit hums, the tank is full, and no water arrives at the {plant}. We are leaving for a week on {weekday}, so I am a little nervous.",
      "According to the app it watered at 6:30 for four minutes. According to the {plant} it did not. At {temp} °C yesterday that is not good at all.",
      "Only {qty} of the drippers give water, the others stay dry. I have cleaned the filter. Is there a trick to it?",
    ],
    turns: [
      asksBack(
        "That sounds like air in the hose. Please lift the pump out while it runs, count to five and lower it back in with the opening upwards. Most of the time it coughs once and is cured.\n\nDoes water come then?",
        "Please pull the last dripper off the end of the hose and let it run for a minute. If a strong jet comes, one of the drippers is blocked; if not, it is the filter in the foot of the pump. Which is it?",
        "When some give water and some do not, it is nearly always the order in which they hang: the lowest one takes it all. Please clip the dry ones below the height of the pump for a test. Do they start?",
      ),
      answers(
        "It coughed, and now it runs! I would not have thought of that.",
        "No jet, only a trickle. And the foot of the pump is slimy inside.",
        "Three of them do. The last one had a root in it, I could pull it out like a thread.",
      ),
      notes(
        "Hard water in {city}, same as three others from that street. Should we put a descaler into the kit?",
      ),
      solves(
        "Very good. Keep the foot of the pump under water, then no air gets in. Enjoy your days off, the app will write to you if the flow drops.",
        "Then it is the filter. Rinse it under the tap, and it runs again. With hard water it helps to run a spoonful of citric acid through it once a month, and to keep the tank in the shade.",
        "Roots find water faster than we do. A turn of copper tape around the dripper keeps them out, some is on its way to you.",
      ),
    ],
  }),
  course({
    key: "vent-motor",
    team: "sensors",
    weight: 4,
    season: "warm",
    tags: ["vent", "spare-part"],
    priorities: ["high", "urgent", "medium"],
    subjects: [
      "Roof vent does not open at {temp} °C",
      "It was {temp} °C inside, nothing opened",
      "Vent motor clicks and stays shut",
    ],
    asks: [
      "The roof vent should open at 26 °C. Yesterday it was {temp} °C inside and it stayed shut. I have opened it by hand; the motor clicks, but does not turn.",
      "When I came home the {product} was at {temp} °C and the {plant} were hanging. The log says *vent opened 12:04*, but it was certainly closed.",
    ],
    turns: [
      asksBack(
        "First the plants: please leave the vent open by hand, water in the evening and not in the sun, and they usually stand up again overnight.\n\nThen the motor: is the white lever on its side in position **A** or **M**? On M it clicks and does not move.",
      ),
      answers(
        "On M! My daughter was on the balcony. I am embarrassed.",
        "It is on A. When I push it a little it moves for a centimetre and stops.",
      ),
      waitsForOthers(
        null,
        "Then the gear is worn. I have asked the workshop for a motor; they are short of them at the moment and expect new ones on {weekday}.",
      ),
      solves(
        "No need, it is the most loved switch of the whole greenhouse. In the next version it will have a lock.",
        "The motor is on its way. Two screws and a plug, the sheet in the box shows it in three pictures.",
      ),
    ],
  }),
  course({
    key: "grow-light",
    team: "sensors",
    weight: 4,
    season: "cold",
    tags: ["lys", "light"],
    subjects: [
      "Lys flickers when it is dimmed",
      "Grow light goes on at three in the night",
      "Lys: one row stays dark",
    ],
    asks: [
      "Below 40 % the Lys flickers. It is not dramatic, but our bedroom looks onto the balcony, and it is like a very slow disco.",
      "The light follows the sun of somewhere else: it goes on at three in the night. The town in the app is right ({city}).",
      "The second row of my Lys has been dark since {weekday}. The others are fine.",
    ],
    turns: [
      asksBack(
        "Could you tell me the version that is printed on the power supply, just above the cable? Those with **r2** flicker when they are dimmed, and we exchange them.",
        "Which time zone does the app show under **Hub → Details**? After a longer power cut the hub sometimes falls back to that of the factory.",
        "Could you swap the second and the third row, they are only plugged in? Then we know whether it is the row or its socket.",
      ),
      answers(
        "It says r2.",
        "It says *Shanghai*, which explains a lot.",
        "The dark row stays dark in the other socket, too. So it is the row?",
      ),
      solves(
        "Then a new power supply is coming to you, and the old one may go to the recycling yard.",
        "I have set it from here. You can go back to sleep.",
        "It is. A new row leaves us today, it clicks in without tools. Thank you for trying it.",
      ),
    ],
  }),
  course({
    key: "alarm-frost",
    team: "sensors",
    weight: 4,
    season: "cold",
    tags: ["heater", "frost"],
    priorities: ["high", "urgent", "medium"],
    subjects: [
      "Frost alarm came too late",
      "Heating mat stays cold",
      "No warning at {cold} °C inside",
    ],
    asks: [
      "The frost alarm came at half past six, when it was already {cold} °C inside. I had set it to 3 °C. The {plant} at the pane did not survive it.",
      "My heating mat stays cold, although the app shows *heating, 40 W*. Tonight it shall get {cold} °C outside. What can I do until then?",
    ],
    turns: [
      asksBack(
        "I am sorry about the plants. I looked at the readings: the sensor reported 3 °C in time, but the message waited on our side for forty minutes. That must not happen, and I have passed it on.\n\nFor tonight: please set the alarm to 5 °C, then it does not matter. Would you like new seedlings from us, and which?",
        "For tonight: a fleece over the {plant} and two bottles of hot water between the pots keep it above zero until the morning.\n\nThen the mat: is the small plug next to the fuse pushed in until it clicks? It often sits loose after transport.",
      ),
      answers(
        "That is kind of you. Gladly some {plant}, if you have them.",
        "The plug was loose. It is getting warm now, thank you for answering so fast.",
      ),
      notes(
        "Alarm delivery was slow between 05:50 and 06:40, see the push provider's incident. Goodwill approved by Ingrid.",
        null,
      ),
      solves(
        "They go out on Monday, so that they do not spend the weekend in a van. Thank you for your patience.",
        "Good. I will look at your curve tomorrow morning and write to you if anything is odd.",
      ),
    ],
  }),
];
