import { answers, asksBack, course, notes, solves } from "../course";

/** Invoices, returns and what is paid back. */
export const payments = [
  course({
    key: "invoice-copy",
    team: "orders",
    weight: 4,
    tags: ["billing"],
    priorities: ["low", "medium"],
    subjects: [
      "Invoice for {order} with company name",
      "Invoice copy for my tax papers",
      "Please correct the invoice {order}",
    ],
    asks: [
      "Could you send me the invoice for order {order} again, this time with our company's name and VAT number? The address stays the same.",
      "My accountant asks for the invoice of {order} as a PDF. I only find the delivery note in my account.",
      "On the invoice for {order} the delivery costs appear twice ({amount} each). On my card it was taken once. Could you send a correct one?",
    ],
    turns: [
      asksBack(
        "Gladly. An invoice that has been sent must not be changed, so I cancel it and write a new one with the same date of supply.\n\nHow exactly should the name stand on it, and what is the VAT number?",
        null,
        null,
      ),
      answers(
        "*{last} & Partner*, {city}. The number is in the footer of this mail, I hope it arrives: {serial}.",
        null,
        null,
      ),
      notes(
        null,
        null,
        "The shop adds the delivery twice when an order is split into two parcels. Reported to Henrik.",
      ),
      solves(
        "The new invoice is in your account under **Orders → Documents**, together with the cancellation of the old one. Nothing changes for your payment.",
        "It hides under **Orders → Documents → All**; what one sees first are only the papers of the last parcel. I have sent it to you by mail as well.",
        "You are right, and thank you for looking so closely. You were charged once, and now the invoice says so, too. It is in your account under **Orders → Documents**.",
      ),
    ],
  }),
  course({
    key: "return",
    team: "orders",
    weight: 4,
    tags: ["return", "billing"],
    subjects: [
      "I would like to return the {product}",
      "Returning order {order}: how?",
      "Too large for our balcony, return {order}",
    ],
    asks: [
      "The {product} is beautiful, but it is eight centimetres too wide for our balcony door to open. I should have measured twice. It is unbuilt and in its box. How do I send it back?",
      "We are moving and the new flat has no balcony. The order {order} came {days} days ago and is still packed. Can I return it?",
    ],
    turns: [
      asksBack(
        "Of course. I have booked a collection, so you need not carry it anywhere; it costs {amount}, which we take off the refund.\n\nBefore that, one question: would a *Fjell Corner* help? It is 22 cm narrower on the door side, and we would exchange it without the collection fee.",
        "Of course, and all the best for the move. I have booked a collection; it costs {amount}, which we take off the refund.\n\nFrom which address shall we fetch it, and is somebody there in the mornings?",
      ),
      answers(
        "Thank you for the idea, but I measured again, and even that would touch the railing. Please go on with the return.",
        "From the old address, until the end of the month. Mornings are perfect, I am packing boxes anyway.",
      ),
      solves(
        "All right. The driver comes on {weekday} and brings the label. The refund goes to the card you paid with, three to five days after the box is back with us.",
      ),
    ],
  }),
  course({
    key: "refund-missing",
    team: "orders",
    weight: 2,
    tags: ["return", "billing"],
    priorities: ["medium", "high"],
    subjects: ["Refund for {order} not on my account", "Still waiting for my refund of {amount}"],
    asks: [
      "You wrote that the refund for {order} would take three to five days. It is now {days} working days more than that, and nothing is there. Could you look into it?",
      "The return arrived at your place on {weekday}, says the carrier. The refund of {amount} has not come yet.",
    ],
    turns: [
      notes(
        "Refund was released, but the bank sent it back: card expired. Needs an IBAN, please not by mail in plain text.",
      ),
      asksBack(
        "I found the reason: the card you paid with has expired meanwhile, and the bank returned the money to us.\n\nPlease enter an account under **Profile → Payment**; there it is stored encrypted. As soon as it is there I release the refund by hand.",
      ),
      answers("Oh, that explains it. I have entered the account just now."),
      solves(
        "Seen, thank you. The {amount} went out today and should be with you by {weekday}. Sorry for the detour.",
      ),
    ],
  }),
  course({
    key: "voucher",
    team: "orders",
    weight: 2,
    tags: ["billing"],
    priorities: ["low"],
    subjects: ["Voucher code shows as used", "Gift voucher is not accepted"],
    asks: [
      "I was given a voucher for my birthday and the shop says the code is already used. I am sure that it is not, the sticker was still on it when I scratched it off this morning.",
      "The voucher over {amount} is accepted in the basket but gone again on the payment page. I have tried two browsers.",
    ],
    turns: [
      solves(
        "You did nothing wrong: a first try on {weekday} ended before payment, and that try still held the voucher. I have released it, please try again.",
      ),
    ],
  }),
];
