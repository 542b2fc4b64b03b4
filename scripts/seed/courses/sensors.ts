import { answers, asksBack, course, notes, solves, waitsForOthers } from "../course";

/** Sensors, hub, watering, light and the app. */
export const sensors = [
  course({
    key: "sensor-offline",
    team: "sensors",
    weight: 6,
    tags: ["sensor"],
    subjects: [
      "Leaf sensor drops out every night",
      "Sensor shows *offline* although the battery is new",
      "One of {qty} sensors is not found any more",
      "Sensor goes away at two in the night",
      "No readings from my {product} since {weekday}",
    ],
    asks: [
      "The Leaf sensor at the back of my {product} goes offline around two at night and comes back at about seven. The battery is at 80 %. It has been like this for {days} days.",
      "Since {weekday} the app shows *offline* for one sensor. I have changed the battery, taken it next to the hub, pressed the button for ten seconds: the light blinks green, but no readings arrive.",
      "I have {qty} sensors, and one is missing in the app since I rearranged the shelves. Do they need to see each other?",
    ],
    turns: [
      asksBack(
        "Thank you for the good description. Going away at night and coming back with the sun nearly always means that the radio link is just strong enough when it is dry.\n\nCould you open **Sensor → Details** and tell me the figure behind *Link*, once by day and once after sunset?",
        "Let us find out whether it is the sensor or the way to the hub. In **Sensor → Details** there is a figure called *Link*. What does it say, and how many walls are between the two?",
        "They need not see each other, but each must see the hub, and a shelf of metal in between is enough to hide one. In **Sensor → Details** there is a figure called *Link*. What does it say by day, and what after sunset?",
      ),
      answers(
        "By day it says −71, in the evening −88. Between the two is the balcony door, which has that metal coating I believe.",
        "It says −90. There is one wall, reinforced concrete. The hub stands behind the television.",
      ),
      solves(
        "That is it: below −85 it gets lost, and the coated door takes about fifteen on its own. If the hub comes to the window sill, you should see something around −65. It also likes to stand upright and not behind a screen.\n\nShould it still drop out then, just answer here and I send you a repeater.",
      ),
    ],
  }),
  course({
    key: "wrong-humidity",
    team: "sensors",
    weight: 4,
    tags: ["sensor", "calibration"],
    subjects: [
      "Soil moisture shows 100 % all the time",
      "Two sensors in one pot differ by 30 %",
      "Humidity reading cannot be right",
    ],
    asks: [
      "My sensor says 100 % soil moisture, and the {plant} look as if they were in the Sahara. I have pushed it in again at another place, with the same result.",
      "Out of curiosity I put two Leaf sensors into the same pot. One says 34 %, the other 63 %. Which one do I believe?",
    ],
    turns: [
      asksBack(
        "At 100 % it believes that it stands in water. That happens when it has not been told what dry means in your soil, and coconut fibre fools it most.\n\n1. Take the sensor out, wipe it dry, wait a minute, tap **Calibrate → Dry**.\n2. Put it into a glass of water up to the line, tap **Calibrate → Wet**.\n\nWhat does it show after that?",
        "Believe neither until they have been calibrated: every mix of soil conducts differently, and coconut fibre very much so.\n\n1. Take the sensor out, wipe it dry, wait a minute, tap **Calibrate → Dry**.\n2. Put it into a glass of water up to the line, tap **Calibrate → Wet**.\n\nWhat do they show after that in the same pot?",
      ),
      answers(
        "The dry step ends with *value out of range*. I have tried it three times.",
        "41 and 43 %. I would call that the same. Thank you!",
      ),
      solves(
        "Then the probe has a crack that one cannot see. A new sensor is on its way to you, and you need not send the old one back.",
        "Lovely. Once a season is enough, or whenever you change the soil. I have added your remark to the article, since the app does not tell people about it when they need it.",
      ),
    ],
  }),
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
    key: "app-login",
    team: "sensors",
    weight: 4,
    tags: ["app", "account"],
    subjects: [
      "App is empty on the new phone",
      "Code from the e-mail is refused",
      "New phone: where are my plants?",
    ],
    asks: [
      "I got a new phone and the app starts empty. On the old one everything was there, {qty} sensors and two years of readings. Please tell me that they are not gone.",
      "Since I have a new phone the app asks for a code, and the code from the mail is refused as *expired* although I enter it within a minute.",
    ],
    turns: [
      asksBack(
        "Nothing is gone: the readings are with your account and not on the phone.\n\nYou have two accounts, one with this address and one with Apple's hidden address. Could you try **Sign in with Apple** on the new phone?",
        "A code that is at once *expired* almost always means that the phone's clock is wrong by some minutes. Is *set automatically* switched on in its settings?",
      ),
      answers(
        "That was it. Everything is there again, even the winter of two years ago.",
        "The clock was four minutes slow! Now it works.",
      ),
      solves(
        "Good to hear. I have joined the two accounts, so that it cannot happen again.",
        "Good to hear. Phones that come out of a drawer often wake up in the past.",
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
    key: "wifi",
    team: "sensors",
    weight: 4,
    tags: ["hub"],
    subjects: [
      "Hub does not connect to the new router",
      "Hub loses the connection every few hours",
      "Changed my wifi, hub blinks red",
    ],
    asks: [
      "We have a new router, and the hub blinks red since. I have entered the password {qty} times and I am sure it is right.",
      "The hub is gone for ten minutes every few hours. The rest of the flat has no problems with the wifi.",
    ],
    turns: [
      asksBack(
        "The hub only knows the 2.4 GHz band, and new routers like to give both bands one name. Does yours offer a guest network? If you switch that on with 2.4 GHz only, the hub can live there by itself.",
      ),
      answers(
        "With the guest network it took ten seconds. Thank you!",
        "There is no guest network in it, but one can switch the other band off for a while. Is that enough?",
      ),
      solves(
        "Wonderful. It stays there now, you can use the main network for everything else as before.",
        "Yes: switch it off, connect the hub, switch it on again. It remembers which one it likes.",
      ),
    ],
  }),
  course({
    key: "export",
    team: "sensors",
    weight: 2,
    tags: ["app"],
    priorities: ["low"],
    subjects: [
      "Can I export my readings?",
      "API for Home Assistant",
      "CSV of last summer's temperatures",
    ],
    asks: [
      "I keep a garden diary and would love to have the temperatures of last summer as a table. Is there a way to get them out of the app?",
      "Is there an interface by which I can read the sensors myself? I would like to show them on a small display in the kitchen.",
    ],
    turns: [
      solves(
        "Yes: **Profile → My data → Export** gives you a CSV for each sensor with a row every ten minutes. Two summers are about 8 MB.",
        "There is: under **Profile → Developer** you can make a token that may only read. The address and three examples stand on the same page. Show us the display when it is ready!",
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
