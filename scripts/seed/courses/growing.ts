import { answers, asksBack, course, notes, solves } from "../course";

/** What grows and what does not. */
export const growing = [
  course({
    key: "yellow-leaves",
    team: "growing",
    weight: 5,
    tags: ["plants"],
    priorities: ["low", "medium"],
    subjects: [
      "Yellow leaves on my {plant}",
      "What is wrong with the {plant}?",
      "Leaves turn yellow from below",
    ],
    asks: [
      "The lower leaves of my {plant} turn yellow, the veins stay green. Soil moisture is between 50 and 60 % all the time. Too much or too little of something?",
      "My {plant} looked wonderful until {days} days ago. Now there are yellow leaves from below, and they fall off when touched. I water once a day, the app says that all is well.",
    ],
    turns: [
      asksBack(
        "Yellow between green veins, and the old leaves first: that is magnesium, most of the time. How old is the soil, and do you water with tap water or rain?",
        "*All is well* with one watering a day makes me think that the roots stand too wet. Could you lift a pot? If it feels like a full bottle an hour before watering, that is it.",
      ),
      answers(
        "Soil of last year, tap water. It is very hard here.",
        "Like a full bottle, yes. Oh dear.",
      ),
      solves(
        "Then half a teaspoon of Epsom salt on a litre, sprayed on the leaves in the evening, twice with a week between. The yellow ones stay yellow, but the new ones come green.",
        "Let it dry until the sensor says 30 %, then every second day. They recover faster than one thinks. You can tell the app to warn you above 60 as well, under **Plant → Limits**.",
      ),
    ],
  }),
  course({
    key: "aphids",
    team: "growing",
    weight: 4,
    season: "warm",
    tags: ["plants", "pests"],
    priorities: ["medium", "low"],
    subjects: [
      "Aphids in the greenhouse",
      "Small white flies everywhere",
      "Green lice on the {plant}",
    ],
    asks: [
      "Within a few days my {plant} are full of green lice. Is there anything that works without poison? My children eat straight from the plant.",
      "When I touch the {plant} a cloud of tiny white flies comes up. The yellow cards are full already.",
    ],
    turns: [
      solves(
        "Leave the poison where it is. Rinse the plants with lukewarm water, wait until they are dry, and let lacewing larvae do the rest: they like it warm and closed, so your greenhouse is paradise for them. One card is enough for {product}, vent closed on the first evening.",
        "White flies hate two things: a draught and Encarsia wasps, which are smaller than a full stop and do nothing to people. Let the vent open at 22 °C for a week, and hang two cards of Encarsia in the shade. Please take the yellow cards out, they would catch the wasps as well.",
      ),
    ],
  }),
  course({
    key: "winter",
    team: "growing",
    weight: 5,
    season: "cold",
    tags: ["plants", "winter"],
    priorities: ["low", "medium"],
    subjects: [
      "What can I still sow now?",
      "{plant} in winter: is that possible?",
      "How do I get the {product} through the winter?",
    ],
    asks: [
      "This is my first winter with the {product}. What can I still sow, and do I need the light for it?",
      "Would {plant} survive the winter in there? Our balcony faces south-east, in January it gets down to {cold} °C.",
      "Should I empty the {product} before the frost, or leave it standing? The manual says both, on page 22 and on page 31.",
    ],
    turns: [
      asksBack(
        "A lot: lamb's lettuce, winter purslane, spinach and pak choi all germinate at 8 °C. Without the light they grow slowly, with four hours of it you eat from them before Christmas.\n\nHow many trays do you have? Then I put a plan together for you.",
        "With the heating mat yes, without it they will stand on the edge. May I look at the readings of your last cold night? It only works if you allow it under **Profile → Sharing**.",
        null,
      ),
      answers(
        "Four trays, and one of them gets sun until two.",
        "I have switched it on for a week.",
        null,
      ),
      solves(
        "Then: spinach into the sunny one, lamb's lettuce in two, pak choi under the light. Sow one tray a week, and you will never have everything at once.",
        "Thank you. It was 2.4 °C at the pane and 5.1 °C at the back wall: put them at the back, fleece on at night, and they will come through.",
        "Page 31 is right and page 22 is from before the new frame. Leave it standing, take out the water, open the vent by a finger's breadth. The manual will be corrected, thank you for reading that far.",
      ),
    ],
  }),
  course({
    key: "no-fruit",
    team: "growing",
    weight: 3,
    season: "warm",
    tags: ["plants"],
    priorities: ["low"],
    subjects: ["Many flowers, no fruit", "{plant} do not set fruit"],
    asks: [
      "My {plant} have been in flower for three weeks, and then the flowers drop. Not a single fruit. The vent opens at 24 °C.",
      "Everything is green and huge, but there is nothing to eat. What am I doing wrong with the {plant}?",
    ],
    turns: [
      solves(
        "No bees come to the {floor} floor. Take an electric toothbrush and hold it to each stem for a second, at noon, every second day. It looks silly and works at once.",
        "You are too good to them. Less nitrogen from now on (leave out every second feeding) and a little thirst; then they stop growing and start thinking of children.",
      ),
    ],
  }),
  course({
    key: "mould",
    team: "growing",
    weight: 4,
    season: "cold",
    tags: ["plants", "humidity"],
    subjects: [
      "Grey mould on the {plant}",
      "Water runs down the panes every morning",
      "Mould keeps coming back",
      "Humidity at 95 % the whole night",
    ],
    asks: [
      "There is grey fur on the stems of my {plant}. I have cut off what I saw, but it is back {days} days later.",
      "Every morning the panes are so wet that it drips onto the neighbours' balcony. The app shows 95 % the whole night. Can I do something about it?",
    ],
    turns: [
      asksBack(
        "It likes still, damp air, so we take both away from it. At what time does your watering run, and is the vent closed at night?",
      ),
      answers(
        "It waters at eight in the evening, and the vent closes at six.",
        "At nine in the evening. Closed, because of the frost alarm.",
      ),
      notes(
        "The default schedule waters at 20:00 in every season. I think we should move it to the morning from October on.",
      ),
      solves(
        "Water at seven in the morning, and let the vent open for ten minutes at sunrise, even in the cold: **Vent → Morning air**. In my experience that alone takes off 15 %, and the mould does not come back.",
      ),
    ],
  }),
  course({
    key: "seeds",
    team: "growing",
    weight: 3,
    tags: ["seeds"],
    priorities: ["low"],
    subjects: [
      "Seeds do not come up",
      "Which seeds are these?",
      "Sowed {days} days ago, nothing to see",
    ],
    asks: [
      "I sowed {plant} from your set {days} days ago and there is nothing to see. Do I have to be patient, or start again?",
      "The set came with eight small bags, and one of them has no label. It could be anything. The seeds are round, black and about 2 mm.",
    ],
    turns: [
      solves(
        "Patience, but with a test: dig up one seed with a toothpick. Soft and white inside: it is alive and wants 20 °C. Brown: I send you a new bag.",
        "Round, black and 2 mm is pak choi, or a practical joke by our packing table. Sow five of them, in four days you will know; and a labelled bag comes to you in any case.",
      ),
    ],
  }),
  course({
    key: "place",
    team: "growing",
    weight: 3,
    tags: ["before-buying"],
    priorities: ["low", "medium"],
    subjects: [
      "Does a {product} fit a north balcony?",
      "How heavy may it get?",
      "{product} on the {floor} floor: wind?",
    ],
    asks: [
      "Our balcony faces north-east, there is sun until ten. Is a {product} any use there, or would I only look at empty trays?",
      "My landlord wants to know the weight of a {product} filled and watered, and whether it is fixed to the wall. Do you have a paper that I can give to him?",
      "We live on the {floor} floor, and in autumn the wind takes everything that is not screwed down. Has one of yours ever flown?",
    ],
    turns: [
      solves(
        "It is of use, for other things than you might think: salads, herbs, peas and all that hates the midday sun. For {plant} you would need the light.",
        "There is such a paper, with a stamp: about 84 kg with everything wet, on four feet, nothing drilled. I have put it into your account under **Documents**.",
        "Not one so far. It is held by two straps on the railing and tested to 110 km/h. Above that, our advice is the same as for flower pots and cats.",
      ),
    ],
  }),
];
