import type { Language } from "../course";

/** How people begin and end a message; the empty one is for those who come to the point. */
type Phrases = {
  opens: readonly string[];
  closes: readonly string[];
  agentOpens: readonly string[];
  agentCloses: readonly string[];
  /** What people add although nobody asked. */
  asides: readonly string[];
  thanks: readonly string[];
  /** What comes to a customer's mind after they have asked. */
  afterthoughts: readonly string[];
  /** What agents leave for each other, whatever the matter. */
  jottings: readonly string[];
};

export const phrases: Record<Language, Phrases> = {
  en: {
    opens: [
      "Hello,",
      "Hi there,",
      "Dear Fjord & Fern team,",
      "Hello,",
      "Hi,",
      "",
      "Hello everyone,",
      "",
    ],
    closes: [
      "Best regards,\n{full}",
      "Thanks,\n{first}",
      "Kind regards\n{full}",
      "Many thanks in advance,\n{first} {last}",
      "{first}",
      "Greetings from {city},\n{first}",
      "",
    ],
    agentOpens: ["Hi {first},", "Hello {first},", "Dear {first},"],
    agentCloses: [
      "Kind regards,\n{agent}",
      "All the best,\n{agent}",
      "Best wishes from Bergen,\n{agent}",
      "Kind regards,\n{agent} at Fjord & Fern",
    ],
    asides: [
      "Apart from that we are very happy with it, the first {plant} were on the table last week.",
      "I can send photos, if that helps.",
      "It is a {product} of last year, bought from your shop.",
      "By phone you reach me after five.",
      "There is no hurry, but before the weekend would be nice.",
      "I have looked through the help pages and found nothing that fits.",
      "My neighbour has the same one and no trouble at all.",
      "I wrote about something else last year and was helped within an hour, so I am hopeful.",
      "If it matters: the serial number is {serial}.",
      "We are on the {floor} floor, facing west.",
      "The {plant} send their regards.",
      "Sorry for the long text.",
      "I have already restarted everything that can be restarted.",
      "It was fine until about {days} days ago.",
      "Please answer to this address, the other one in my account is old.",
      "My son set it up, so please explain it as you would to a beginner.",
    ],
    thanks: [
      "Thank you, that was quick. All is well now.",
      "It works. Thank you very much!",
      "Perfect, thanks. You may close this.",
      "Just to let you know: solved. You have been very kind.",
    ],
    afterthoughts: [
      "One thing I forgot: the serial number is {serial}.",
      "Sorry, I should have said that it is about order {order}.",
      "I have tried it once more meanwhile, with the same result.",
      "By the way, it is the {product} in {colour}, if that makes a difference.",
      "From {weekday} on I am away, so please write and do not call.",
      "In case it helps: it happened {days} days ago for the first time.",
      "Is there any news yet?",
      "My neighbour on the {floor} floor says hers does the same.",
    ],
    jottings: [
      "Called, nobody answers. I try again tomorrow.",
      "Had a look at the readings: nothing odd before {weekday}.",
      "Same customer asked about {order} last year, see there.",
      "Checked the stock: {qty} left.",
      "I take this one over, have been on the phone with them.",
      "Looks like the batch around {serial}.",
      "Goodwill is fine up to {amount}.",
      "Asked the workshop, they call back.",
    ],
  },
  de: {
    opens: ["Guten Tag,", "Hallo,", "Sehr geehrte Damen und Herren,", "Liebes Team,", "Moin,"],
    closes: [
      "Mit freundlichen Grüßen\n{full}",
      "Viele Grüße\n{first} {last}",
      "Danke und Gruß\n{first}",
      "Herzliche Grüße aus {city}\n{first}",
    ],
    agentOpens: ["Guten Tag {full},", "Hallo {full},"],
    agentCloses: [
      "Viele Grüße\n{agent}",
      "Herzliche Grüße aus Leipzig\n{agent}",
      "Mit freundlichen Grüßen\n{agent}",
    ],
    asides: [
      "Ansonsten sind wir sehr zufrieden, letzte Woche gab es die ersten eigenen {plant}.",
      "Fotos schicke ich gern nach.",
      "Telefonisch bin ich ab 17 Uhr zu erreichen.",
      "Es eilt nicht, aber vor dem Wochenende wäre schön.",
      "Die Seriennummer ist {serial}.",
      "Auf den Hilfeseiten habe ich dazu nichts gefunden.",
      "Alles, was man neu starten kann, habe ich neu gestartet.",
    ],
    thanks: [
      "Vielen Dank, jetzt klappt alles.",
      "Perfekt, danke für die schnelle Hilfe!",
      "Erledigt, vielen Dank. So wünscht man sich das.",
    ],
    afterthoughts: [
      "Noch ein Nachtrag: Die Seriennummer ist {serial}.",
      "Es geht übrigens um die Bestellung {order}.",
      "Ich habe es inzwischen noch einmal versucht, leider ohne Erfolg.",
      "Gibt es schon etwas Neues?",
      "Ab {weekday} bin ich nicht zu Hause, schreiben Sie mir am besten.",
    ],
    jottings: [
      "Angerufen, niemand da. Ich versuche es morgen noch einmal.",
      "Lager geprüft: noch {qty} da.",
      "Werkstatt gefragt, sie melden sich.",
      "Kulanz bis {amount} ist in Ordnung.",
      "Gehört vermutlich zur Charge um {serial}.",
    ],
  },
  no: {
    opens: ["Hei,", "Hei!", "Hallo,", "God dag,"],
    closes: [
      "Hilsen {first}",
      "Mvh\n{full}",
      "På forhånd takk,\n{first}",
      "Vennlig hilsen\n{first} {last}",
    ],
    agentOpens: ["Hei {first},", "Hei, {first}."],
    agentCloses: ["Hilsen {agent}", "Vennlig hilsen\n{agent}", "Hilsen fra Bergen,\n{agent}"],
    asides: [
      "Ellers er vi kjempefornøyde, forrige uke spiste vi de første {plant} herfra.",
      "Jeg kan gjerne sende bilder.",
      "Det haster ikke, men før helga hadde vært fint.",
      "Serienummeret er {serial}.",
      "Jeg har startet alt på nytt, både hub og ruter.",
      "Fant ikke noe om det på hjelpesidene.",
    ],
    thanks: ["Tusen takk, nå virker det.", "Supert, takk for hjelpen!"],
    afterthoughts: [
      "Glemte å si: serienummeret er {serial}.",
      "Det gjelder ordre {order}, forresten.",
      "Har prøvd en gang til nå, samme resultat.",
      "Er det noe nytt?",
    ],
    jottings: [
      "Ringte, ingen svarte. Prøver igjen i morgen.",
      "Sjekket lageret: {qty} igjen.",
      "Har spurt verkstedet, de ringer tilbake.",
      "Ligner på serien rundt {serial}.",
    ],
  },
};
