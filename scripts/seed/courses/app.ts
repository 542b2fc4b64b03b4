import { answers, asksBack, course, solves } from "../course";

/** Sensors, hub and the app. */
export const app = [
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
];
