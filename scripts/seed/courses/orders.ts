import { answers, asksBack, course, notes, solves, waitsForOthers } from "../course";

/** Orders, deliveries and parts. */
export const orders = [
  course({
    key: "late-parcel",
    team: "orders",
    weight: 6,
    tags: ["delivery"],
    subjects: [
      "Order {order} has not moved since {weekday}",
      "Where is my {product}?",
      "Tracking stuck for {days} days, order {order}",
      "Delivery date for {order}?",
    ],
    asks: [
      "I ordered a {product} in {colour} and the tracking has said *handed to carrier* since {weekday}. Is it on its way, or has it got lost somewhere?\n\nOrder number is **{order}**.",
      "My order {order} was promised for {weekday} and nothing has come. The carrier's page has not changed for {days} days. I took a day off to build it, so I would be glad to know a date I can plan with.",
      "Could you check where the {product} from order {order} is? I am away from next week on, and the house has no place where a parcel of that size can stand.",
    ],
    turns: [
      asksBack(
        "I have looked it up: two of the three boxes are at the depot in {city}, the third was scanned a day later. The carrier will bring all three together on the next round.\n\nIs {weekday} between 10 and 14 all right for you, or shall I ask them to wait until you are back?",
        "The glass panes of your order went by a separate pallet, and the tracking number you have is for that pallet only. It was held up at the depot in {city}.\n\nI have asked for delivery on {weekday}. Does that suit you?",
      ),
      answers(
        "{weekday} works, thank you. The bell says *{last}*, second floor.",
        "Yes, that is fine. Could they ring before they come? I need ten minutes to get home.",
      ),
      notes(
        "Carrier confirmed the slot by phone, all boxes on one pallet now. Reference {serial}.",
      ),
      solves(
        "Done: {weekday}, 10 to 14, and the driver will ring an hour before. If a box looks damaged, please let the driver note it on the slip before you sign, it makes everything after that easier.",
      ),
    ],
  }),
  course({
    key: "broken-pane",
    team: "orders",
    weight: 5,
    tags: ["damage", "spare-part"],
    priorities: ["medium", "high"],
    subjects: [
      "One pane arrived cracked ({order})",
      "Glass broken in transit, order {order}",
      "Damaged corner on the {product}",
    ],
    asks: [
      "I unpacked the {product} this morning and the lower pane on the left has a crack from one corner to the middle. The box itself looks fine from outside.\n\nEverything else is here. Can I get only this pane?",
      "Unfortunately one of the panes from order {order} is broken. I have put the pieces aside and can send photos. I have already built the frame, so sending everything back would be a pity.",
      "Two corners of the roof pane are chipped. It would probably hold, but on the {floor} floor I would rather not try it in a storm.",
    ],
    turns: [
      asksBack(
        "What a pity, and thank you for checking before the storm does. You need not send anything back.\n\nCould you read me the number on the small sticker in the corner of the pane? It starts with the letter F. Then I send exactly that one.",
        "I am sorry about that. We replace it, of course, and you can keep the rest as it is.\n\nThe pane has a sticker in one corner with a part number. Could you send it to me, or a photo of it?",
      ),
      answers("The sticker says {serial}.", "It reads **{serial}**. Thank you for being so quick."),
      waitsForOthers(
        "Thank you. The pane is ordered from the workshop in Leipzig; they cut on Tuesdays and Fridays. You get a message with the tracking number as soon as it is packed.",
      ),
      notes(
        "Third cracked lower pane from the batch of {weekday}. Told packing to use the thicker corner pads again.",
      ),
      solves(
        "Your pane left Leipzig this morning, well padded. Two clips are in the parcel as well, the old ones often break when one takes them off.",
      ),
    ],
  }),
  course({
    key: "missing-screws",
    team: "orders",
    weight: 4,
    tags: ["spare-part"],
    priorities: ["low", "medium"],
    subjects: [
      "Bag of screws missing in {product}",
      "Step 7: there are only {qty} brackets",
      "Parts missing from order {order}",
    ],
    asks: [
      "We are at step 7 of the manual and the bag marked **C** is not in the box. According to the list it should hold {qty} brackets and the long screws. We have looked under the foam as well.",
      "There are only {qty} of the roof brackets in my {product}, the manual shows more. Can I close the roof with these for now, or would that be a mistake?",
    ],
    turns: [
      solves(
        "Sorry for the stop at step 7. Bag C is on its way to you as a letter and should be there in two or three days.\n\nUntil then you can close the roof with one bracket on each side; just do not leave it like that in strong wind.",
        "A bag C has left our shelf in Bergen today, no charge of course. Steps 8 to 11 do not need it, so you can go on with the shelves in the meantime.",
      ),
    ],
  }),
  course({
    key: "change-address",
    team: "orders",
    weight: 4,
    tags: ["delivery"],
    priorities: ["high", "medium"],
    subjects: [
      "Wrong delivery address on {order}, please change",
      "Can {order} go to my neighbour?",
      "Change of address before it is sent",
    ],
    asks: [
      "I saw too late that my old address is still in my account. Order {order} must go to {city} instead. Has it been sent already?",
      "On {weekday} nobody is at home. Could the carrier leave order {order} with our neighbour on the ground floor? Her name is Lindgren.",
    ],
    turns: [
      solves(
        "Just in time: it was packed but not collected. The label is changed, and your account has the new address for next time.",
        "The carrier has noted it, with the name. You will find it in the tracking under *delivery instructions*.",
      ),
    ],
  }),
  course({
    key: "assembly-service",
    team: "orders",
    weight: 3,
    season: "warm",
    tags: ["assembly"],
    subjects: [
      "Do you also build it up in {city}?",
      "Assembly service for {product}",
      "Could somebody help us with the assembly?",
    ],
    asks: [
      "We are both over seventy and would like a {product}, but lifting the panes on the {floor} floor is not for us any more. Is there somebody near {city} who would build it?",
      "I have started and given up at step 12. Is it possible to book your assembly for something half built? I would rather pay than have it lean.",
    ],
    turns: [
      asksBack(
        "Yes, there is.\n\nNear {city} it is Ole Brekke's workshop. It costs {amount}, takes about two hours, and they take the packaging with them. Shall I ask for a date in the coming week?",
        "Half built is no problem, our fitters have seen everything.\n\nNear {city} it is Ole Brekke's workshop. It costs {amount}, takes about two hours, and they take the packaging with them. Shall I ask for a date in the coming week?",
      ),
      answers("Yes please. Any day but {weekday}.", "Gladly, mornings are best for us."),
      waitsForOthers(
        "Thank you. I have asked the workshop, they answer within two working days, and I come back to you with the date.",
      ),
      solves(
        "They come on {weekday} at nine, and will call on the day before. The payment is on site, by card or invoice.",
      ),
    ],
  }),
];
