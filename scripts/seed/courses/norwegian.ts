import { answers, asksBack, type Course, course, notes, solves } from "../course";

const norsk = (declared: Parameters<typeof course>[0]): Course =>
  course({ language: "no", weight: 3, ...declared });

export const norwegian = [
  norsk({
    key: "no-levering",
    team: "orders",
    tags: ["delivery"],
    subjects: [
      "Når kommer bestilling {order}?",
      "Pakken har stått stille i {days} dager",
      "Levering av {product}",
    ],
    asks: [
      "Jeg har bestilt en {product} (ordre {order}), og sporingen har ikke rørt seg på {days} dager. Er den på vei?",
      "Pakken skulle komme på {weekday}, men det kom ingen. Kan dere sjekke hvor den er blitt av?",
    ],
    turns: [
      asksBack(
        "Glasset reiser for seg selv og ble stående på terminalen i {city}. Det lastes i morgen. Passer det med levering på {weekday} mellom 10 og 14?",
      ),
      answers("Det passer fint. Ring gjerne først.", "Ja takk. Det står {last} på døra."),
      solves(
        "Da er det avtalt, og sjåføren ringer en time før. Er en eske skadet, så få det skrevet på seddelen før du signerer.",
      ),
    ],
  }),
  norsk({
    key: "no-sensor",
    team: "sensors",
    tags: ["sensor"],
    weight: 4,
    subjects: ["Sensoren faller ut om natten", "Ingen målinger siden {weekday}"],
    asks: [
      "Bladsensoren min forsvinner rundt klokka to hver natt og er tilbake om morgenen. Batteriet viser 80 %.",
      "Siden {weekday} får jeg ingen målinger. Jeg har byttet batteri og trykket på knappen, den blinker grønt, men appen er tom.",
    ],
    turns: [
      asksBack(
        "Det høres ut som et signal som så vidt rekker fram. Under **Sensor → Detaljer** står det et tall ved *Link*. Hva viser det om dagen, og hva om kvelden?",
      ),
      answers("−70 om dagen og −88 om kvelden.", "−90 hele tiden. Huben står bak TV-en."),
      solves(
        "Under −85 mister den kontakten. Sett huben stående i vinduskarmen, så skal det holde. Hvis ikke sender jeg deg en forsterker.",
        "Flytt den fram fra TV-en og opp i vinduskarmen, så havner du rundt −65. TV-er er fine å se på, men dårlige naboer.",
      ),
    ],
  }),
  norsk({
    key: "no-frost",
    team: "sensors",
    tags: ["heater", "frost"],
    season: "cold",
    priorities: ["high", "urgent", "medium"],
    subjects: ["Varmematten er kald", "Frostvarselet kom for sent"],
    asks: [
      "Varmematten blir ikke varm, selv om appen viser 40 W. I natt skal det bli {cold} grader. Hva gjør jeg?",
      "Frostvarselet kom halv sju, og da var det allerede {cold} grader inne. Alle {plant} ved glasset er ødelagt.",
    ],
    turns: [
      asksBack(
        "For i natt: fiberduk over plantene og to flasker varmt vann mellom pottene holder til i morgen tidlig. Og så matten: er den lille pluggen ved sikringen trykket helt inn, til det klikker?",
        "Det var leit å høre. Sensoren meldte fra i tide, men varselet ble liggende hos oss i førti minutter. Det skal ikke skje. Vil du ha nye planter fra oss, og hvilke?",
      ),
      answers(
        "Pluggen var løs! Nå blir den varm. Tusen takk for raskt svar.",
        "Så hyggelig. Gjerne {plant}, om dere har.",
      ),
      solves(
        "Så bra. Jeg ser på kurven din i morgen tidlig og sier fra om noe er rart.",
        "De sendes på mandag, så de slipper helgen i en varebil.",
      ),
    ],
  }),
  norsk({
    key: "no-faktura",
    team: "orders",
    tags: ["billing"],
    priorities: ["low", "medium"],
    subjects: ["Faktura for {order}", "EHF-faktura til kommunen"],
    asks: [
      "Kan dere sende fakturaen for {order} på nytt, med navnet på borettslaget?",
      "Kommunen tar bare imot EHF, og fakturaen for {order} kom på e-post. Kan den sendes om igjen?",
    ],
    turns: [
      solves(
        "Den nye ligger på kontoen din under **Bestillinger → Dokumenter**, sammen med krediteringen av den gamle.",
        "Den er sendt som EHF nå. E-posten kan du slette.",
      ),
    ],
  }),
  norsk({
    key: "no-dyrking",
    team: "growing",
    tags: ["plants"],
    priorities: ["low", "medium"],
    subjects: ["Hva kan jeg så nå?", "Gule blader på {plant}", "Lus på {plant}"],
    asks: [
      "Dette er min første vinter med {product}. Hva kan jeg så nå, og trenger jeg lyset?",
      "De nederste bladene på {plant} blir gule, men nervene er grønne. Fuktigheten er rundt 55 %.",
      "Det er fullt av lus på {plant}. Finnes det noe som virker uten gift? Barna spiser rett fra planten.",
    ],
    turns: [
      solves(
        "Vårsalat, vinterportulakk, spinat og pak choi spirer alle ved 8 grader. Uten lys går det sakte, med fire timer om dagen spiser du av det før jul.",
        "Det er nesten alltid magnesium. En halv teskje epsomsalt i en liter vann, spray bladene om kvelden, og en gang til etter en uke.",
        "La giften stå. Skyll plantene med lunkent vann og heng opp et kort med gulløyelarver. De elsker varme og lukkede rom, så hos deg får de det som i paradis.",
      ),
    ],
  }),
  norsk({
    key: "no-skole",
    team: "business",
    tags: ["school"],
    subjects: ["{qty} sensorer til sjette trinn", "Hvem kan se elevenes dagbøker?"],
    asks: [
      "Til forskningsuka trenger vi {qty} sensorer til, med faktura til kommunen. De må være her før {weekday}. Går det?",
      "En forelder spør hvem som kan lese det elevene skriver i plantedagboka. Har dere noe skriftlig vi kan dele?",
    ],
    turns: [
      notes("Skolene spør om dette hvert halvår. Bør inn i hjelpesenteret.", null),
      solves(
        "Det går. De sendes i dag med ekspress og er på skolens kontor i morgen før tolv.",
        "Bare klassen og læreren. Vi ser bare etter når en lærer ber om det, og hvert oppslag blir loggført. To sider til foreldrene, på tre språk, ligger på kontoen under **Dokumenter**.",
      ),
    ],
  }),
];
