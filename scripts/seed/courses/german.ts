import { answers, asksBack, type Course, course, notes, solves, waitsForOthers } from "../course";

const deutsch = (declared: Parameters<typeof course>[0]): Course =>
  course({ language: "de", weight: 3, ...declared });

export const german = [
  deutsch({
    key: "de-lieferung",
    team: "orders",
    tags: ["delivery"],
    subjects: [
      "Bestellung {order}: wann kommt sie?",
      "Liefertermin für {product}",
      "Lieferung seit {days} Tagen ohne Bewegung",
    ],
    asks: [
      "meine Bestellung {order} sollte am {weekday} kommen, bisher ist nichts da. Die Sendungsverfolgung steht seit {days} Tagen still. Können Sie bitte nachsehen?",
      "ich bin ab nächster Woche im Urlaub und würde gern wissen, ob der {product} vorher noch kommt. Sonst müsste ihn meine Nachbarin annehmen.",
    ],
    turns: [
      asksBack(
        "die Scheiben reisen getrennt vom Rahmen, und die Palette stand im Depot in {city} fest. Morgen wird sie verladen.\n\nPasst Ihnen {weekday} zwischen 10 und 14 Uhr?",
        "er ist unterwegs und käme am {weekday}. Wenn Sie mir den Namen der Nachbarin nennen, trage ich ihn beim Spediteur ein. Ist Ihnen das recht?",
      ),
      answers(
        "Ja, das passt. Bitte bei {last} im zweiten Stock klingeln.",
        "Sehr gern: Frau Wendt, im Erdgeschoss links. Vielen Dank!",
      ),
      solves(
        "alles notiert. Der Fahrer ruft eine Stunde vorher an.",
        "das ist eingetragen. Ich wünsche Ihnen einen schönen Urlaub; der {product} wartet dann schon.",
      ),
    ],
  }),
  deutsch({
    key: "de-scheibe",
    team: "orders",
    tags: ["damage", "spare-part"],
    priorities: ["medium", "high"],
    subjects: ["Scheibe beim Auspacken gesprungen", "Riss in der Dachscheibe ({order})"],
    asks: [
      "beim Auspacken ist mir aufgefallen, dass eine der unteren Scheiben einen Sprung hat. Der Rest ist in Ordnung. Kann ich nur diese eine nachbestellen?",
      "die Dachscheibe hat einen feinen Riss von der Ecke aus. Beim ersten Sturm im {floor}. Stock möchte ich das lieber nicht ausprobieren.",
    ],
    turns: [
      asksBack(
        "wie ärgerlich, das ersetzen wir natürlich. In der Ecke der Scheibe klebt ein kleines Schild mit einer Nummer. Was steht dort?",
      ),
      answers("Dort steht {serial}.", "{serial}, wenn ich es richtig lese."),
      waitsForOthers(
        "danke, die Werkstatt in Leipzig schneidet sie am Freitag zu. Sie bekommen die Sendungsnummer, sobald sie gepackt ist.",
      ),
      solves(
        "die Scheibe ist heute früh losgegangen, mit zwei neuen Klammern dabei. Die alten brechen beim Lösen gern.",
      ),
    ],
  }),
  deutsch({
    key: "de-sensor",
    team: "sensors",
    weight: 4,
    tags: ["sensor"],
    subjects: [
      "Sensor meldet nachts *offline*",
      "Leaf-Sensor zeigt dauernd 100 %",
      "Keine Messwerte seit {weekday}",
    ],
    asks: [
      "mein Leaf-Sensor verschwindet jede Nacht gegen zwei und ist morgens wieder da. Die Batterie ist bei 80 %. Woran kann das liegen?",
      "der Sensor zeigt seit {days} Tagen 100 % Bodenfeuchte, dabei lassen die {plant} die Köpfe hängen.",
      "seit {weekday} kommen keine Werte mehr an. Batterie getauscht, Knopf gedrückt, grünes Blinken, aber in der App bleibt alles leer.",
    ],
    turns: [
      asksBack(
        "das klingt nach einer Funkstrecke, die gerade so reicht. Unter **Sensor → Details** steht ein Wert *Link*: Wie hoch ist er am Tag und wie hoch am Abend?",
        "das lässt sich meist mit einer Kalibrierung beheben: Sensor trockenwischen, **Kalibrieren → Trocken**, dann in ein Glas Wasser bis zum Strich, **Kalibrieren → Nass**. Was zeigt er danach?",
        "bitte sehen Sie unter **Sensor → Details** nach dem Wert *Link*. Wie viele Wände liegen zwischen Sensor und Zentrale?",
      ),
      answers(
        "Tagsüber −72, abends −89.",
        "Jetzt sind es 38 %. Und ich habe endlich gegossen.",
        "−91, und dazwischen ist die Balkontür mit der Metallschicht.",
      ),
      solves(
        "unter −85 reißt die Verbindung ab. Stellen Sie die Zentrale bitte aufrecht ans Fenster, dann sollte es für immer gut sein.",
        "wunderbar, die {plant} werden es Ihnen danken. Einmal im Jahr kalibrieren genügt.",
        "die Tür allein kostet etwa 15. Am Fensterbrett kommt die Zentrale auf −65, und dann ist Ruhe. Wenn nicht, schicke ich Ihnen einen Verstärker.",
      ),
    ],
  }),
  deutsch({
    key: "de-pumpe",
    team: "sensors",
    tags: ["drop", "watering"],
    season: "warm",
    priorities: ["high", "medium"],
    subjects: ["Pumpe läuft, aber kein Wasser", "Bewässerung heute ausgefallen"],
    asks: [
      "die Pumpe brummt, der Tank ist voll, und bei den {plant} kommt nichts an. Am {weekday} fahren wir weg, deshalb eilt es ein wenig.",
      "laut App wurde heute um 6:30 Uhr gegossen, laut {plant} nicht. Gestern waren es {temp} °C.",
    ],
    turns: [
      asksBack(
        "vermutlich ist Luft im Schlauch. Heben Sie die Pumpe im Betrieb heraus, zählen Sie bis fünf und lassen Sie sie mit der Öffnung nach oben wieder hinein. Kommt dann Wasser?",
      ),
      answers("Sie hat gehustet und läuft! Danke.", "Nur ein Rinnsal, der Filter ist ganz kalkig."),
      solves(
        "sehr schön. Dann gute Reise, die App meldet sich, wenn der Durchfluss nachlässt.",
        "dann hilft ein Löffel Zitronensäure im Tank, einmal durchlaufen lassen und nachspülen. Bei Ihrem Wasser am besten jeden Monat.",
      ),
    ],
  }),
  deutsch({
    key: "de-rechnung",
    team: "orders",
    tags: ["billing"],
    priorities: ["low", "medium"],
    subjects: ["Rechnung {order} bitte mit Firmenadresse", "Rechnung fehlt"],
    asks: [
      "könnten Sie mir die Rechnung zu {order} noch einmal auf die Firma ausstellen? Die Anschrift bleibt gleich.",
      "für die Steuer fehlt mir die Rechnung zu {order}. Im Konto finde ich nur den Lieferschein.",
    ],
    turns: [
      solves(
        "die neue Rechnung liegt in Ihrem Konto unter **Bestellungen → Dokumente**, die Stornierung der alten gleich daneben.",
        "sie liegt unter **Bestellungen → Dokumente → Alle**. Ich habe sie Ihnen auch per Mail geschickt.",
      ),
    ],
  }),
  deutsch({
    key: "de-garten",
    team: "growing",
    tags: ["plants"],
    priorities: ["low", "medium"],
    subjects: [
      "Gelbe Blätter an den {plant}",
      "Was kann ich jetzt noch säen?",
      "Schimmel im Gewächshaus",
    ],
    asks: [
      "an meinen {plant} werden die unteren Blätter gelb, die Adern bleiben grün. Die Feuchte liegt immer um 55 %.",
      "was kann ich im {product} jetzt noch säen, und brauche ich dafür die Lampe?",
      "auf den {plant} liegt ein grauer Pelz, und jeden Morgen läuft das Wasser an den Scheiben herunter.",
    ],
    turns: [
      solves(
        "das ist fast immer Magnesium. Ein halber Teelöffel Bittersalz auf einen Liter, abends auf die Blätter sprühen, nach einer Woche noch einmal. Die gelben bleiben gelb, die neuen kommen grün.",
        "Feldsalat, Winterportulak, Spinat und Pak Choi keimen alle schon bei 8 °C. Ohne Lampe wachsen sie langsam, mit vier Stunden Licht essen Sie vor Weihnachten davon.",
        "stehende, feuchte Luft mag er am liebsten. Bitte morgens gießen statt abends, und unter **Lüftung → Morgenluft** zehn Minuten einstellen, auch bei Kälte.",
      ),
    ],
  }),
  deutsch({
    key: "de-filiale",
    team: "business",
    tags: ["retail"],
    subjects: [
      "Vorführgeräte in {city}",
      "Preisschilder ohne Energielabel",
      "Nachbestellung für die Gartentage",
    ],
    asks: [
      "unsere {qty} Vorführgeräte zeigen echte Werte, im Laden also gar nichts. Gibt es einen Modus mit schönen Kurven?",
      "auf den neuen Preisschildern fehlt das Energielabel der Lys. So dürfen wir sie nicht aufhängen. Könnten Sie es uns als Datei schicken?",
      "für die Gartentage am {weekday} bräuchten wir noch zehn {product}, möglichst in {colour}. Schaffen Sie das?",
    ],
    turns: [
      notes("Filialen vorher immer mit Frau Albers in der Zentrale abstimmen.", null),
      solves(
        "den gibt es: Er wiederholt einen Sonnentag im Juni. Ich habe ihn auf allen Geräten Ihrer Filiale eingeschaltet.",
        "Druckdatei und Bild liegen in Ihrem Konto unter **Handel → Schilder**. Entschuldigen Sie, dass es gefehlt hat.",
        "das schaffen wir, sechs in {colour}, vier in Birke. Sie kommen am Donnerstag mit dem Wagen.",
      ),
    ],
  }),
];
