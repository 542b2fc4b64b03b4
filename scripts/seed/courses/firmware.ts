import { answers, asksBack, course, notes, solves, waitsForOthers } from "../course";

/** Version 4.2.0 of the hub forgot its schedules after midnight; 4.2.1 mended it. */
export const firmware = course({
  key: "firmware",
  team: "sensors",
  tags: ["firmware-4.2.0", "hub"],
  priorities: ["high", "high", "urgent", "medium"],
  subjects: [
    "All my schedules are gone",
    "Since the update nothing waters any more",
    "Vent stays shut since the update",
    "Hub forgets everything at night",
    "Light does not go on after the update",
    "4.2.0: schedules are empty after midnight",
    "Update 4.2.0 broke my watering",
    "After the update: automatic off every morning",
  ],
  asks: [
    "On {weekday} the hub updated itself to 4.2.0. Since then the schedules are empty every morning. I enter them again, they work for the day, and at night they are gone.",
    "Nothing was watered today, for the second day. In the app the watering plan is simply not there any more. Hub version 4.2.0, I have changed nothing.",
    "The roof vent stayed shut at {temp} °C, since the automatic was off. I certainly did not switch it off. It seems to have begun with the update at the beginning of the week.",
    "Could you please give me the old version back? With 4.2.0 the hub loses its plans at night, and I have {qty} trays of {plant} that need water at six.",
    "My light has been off for two days. The plan in the app says *none*. I entered it again yesterday evening, this morning it was gone. Is that a known thing?",
    "I only wanted to let you know that 4.2.0 deletes the schedules. The neighbours with the same {product} have it, too.",
    "When I got up all was dry and the app showed a friendly *Create your first schedule*. I have had schedules for two years. What has happened to them?",
  ],
  turns: [
    notes(
      "Same as the others: 4.2.0 writes the plans with the wrong time zone and drops them at midnight UTC. Workaround and tag `firmware-4.2.0`, please.",
      "Hub {serial} is on 4.2.0. Known fault, see the tag.",
      null,
    ),
    asksBack(
      "This is our fault and not yours: version 4.2.0 loses the schedules at midnight. We are working on it with everything we have.\n\nUntil it is mended, please switch **Hub → Keep plans on phone** on. Then your phone writes them back each morning. Does that work for you?",
      "I am sorry, that is a fault in 4.2.0. Your plans are not lost, we have a copy from before the update.\n\nI have put your hub back to 4.1.7 from here; it restarts once. Could you look whether the plans are there again?",
      "Yes, it is known since this morning, and it is our fault: the update loses the plans at midnight. Please switch **Hub → Keep plans on phone** on until the new version is there, then your phone writes them back. Does that help?",
    ),
    answers(
      "It helps, as long as I am at home. Please tell me when it is mended.",
      "They are back, all of them. You got me through the week.",
      "Works so far. I will watch it tonight.",
    ),
    waitsForOthers(
      "I will. The new version is being tested on our own balconies right now, and you get it among the first.",
      null,
      "Thank you. I keep this open until 4.2.1 is on your hub.",
    ),
    solves(
      "Version 4.2.1 is on your hub since last night, and your plans are still there this morning: we looked. You can switch *Keep plans on phone* off again. Thank you for your patience, and sorry for the thirsty plants.",
      "Very good. 4.2.1 comes to you in the coming days and keeps its memory. We have put a box of seeds in the post for the trouble.",
    ),
  ],
});
