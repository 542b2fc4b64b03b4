import type { DemoArticle } from "./texts";

export const houseArticles: readonly DemoArticle[] = [
  {
    category: "start",
    texts: {
      en: {
        title: "Set up your balcony greenhouse",
        body: `Two people need about an hour. You need nothing but the key in the box.

## Where it stands

Choose the side with morning sun. Leave a hand's width to the wall, so that air can pass behind it. Fasten it to the rail **before** you hang the doors: empty, it is light enough for a gust.

## In this order

1. Feet and frame, still lying down.
2. Stand it up and fasten both straps to the rail.
3. Panes, from the bottom up. Each clicks twice.
4. Doors, then the vent in the roof.

## The first day

Plug in the hub, pair the sensors, and leave the vent open for the first night. What smells is the seal; it is gone by the morning.`,
      },
      de: {
        title: "Das Balkongewächshaus aufbauen",
        body: `Zu zweit dauert es etwa eine Stunde. Sie brauchen nur den Schlüssel aus dem Karton.

## Wo es steht

Wählen Sie die Seite mit Morgensonne. Lassen Sie eine Handbreit zur Wand. Befestigen Sie es am Geländer, **bevor** Sie die Türen einhängen: Leer ist es leicht genug für eine Böe.

## In dieser Reihenfolge

1. Füße und Rahmen, noch im Liegen.
2. Aufstellen und beide Gurte am Geländer festmachen.
3. Scheiben, von unten nach oben. Jede klickt zweimal.
4. Türen, dann die Dachklappe.`,
      },
      es: {
        title: "Montar el invernadero de balcón",
        body: `Entre dos personas se tarda una hora. Solo hace falta la llave de la caja.

## Dónde ponerlo

Elija el lado con sol de mañana y deje un palmo hasta la pared. Sujételo a la barandilla **antes** de colgar las puertas.

## En este orden

1. Patas y marco, tumbado.
2. Levántelo y sujete las dos correas.
3. Los cristales, de abajo arriba. Cada uno hace clic dos veces.
4. Las puertas y la trampilla del techo.`,
      },
    },
  },
  {
    category: "start",
    texts: {
      en: {
        title: "Use the app with several people",
        body: `Everybody in the household, or the whole class, sees the same greenhouse.

## Inviting somebody

Choose **Greenhouse, People, Invite**. The link is good for seven days.

## Who may what

- **Owner**: everything, also giving the greenhouse away.
- **Gardener**: opens the vent, changes targets, mutes alarms.
- **Guest**: looks.

A school names one teacher as owner. When they leave, they hand it over under **People, Make owner**.`,
      },
    },
  },
  {
    category: "plants",
    texts: {
      en: {
        title: "The vent jams or does not close",
        body: `The vent opens by wax that grows warm. It needs no power, and it is slow: ten minutes are normal.

## It does not open

- Look for a leaf or a string in the hinge.
- Put two drops of silicone oil on each side. No cooking oil: it gums up.
- Below 15 °C it stays closed. That is right.

## It does not close

Pull the ring of the cylinder once. If the vent falls shut, the cylinder is worn out. It is covered for three years; write to us with the number under the lid.`,
      },
      de: {
        title: "Die Dachklappe klemmt oder schließt nicht",
        body: `Die Klappe öffnet sich durch Wachs, das warm wird. Sie braucht keinen Strom und ist langsam: Zehn Minuten sind normal.

## Sie öffnet sich nicht

- Suchen Sie nach einem Blatt oder Faden im Scharnier.
- Geben Sie auf jede Seite zwei Tropfen Silikonöl.
- Unter 15 °C bleibt sie zu. Das ist richtig.

## Sie schließt nicht

Ziehen Sie einmal am Ring des Zylinders. Fällt die Klappe zu, ist der Zylinder verbraucht. Die Garantie deckt ihn drei Jahre lang.`,
      },
    },
  },
  {
    category: "plants",
    texts: {
      en: {
        title: "Humidity is too high in the morning",
        body: `Above 90 % for more than three hours, mould begins. Most mornings it is easily helped.

- **Water in the morning**, not in the evening.
- Leave the vent a finger open over night, as long as it is above 5 °C outside.
- Take the lowest leaves off: air has to pass between the pots.

Set the alarm to *above 90 % for 2 hours*. An alarm at every morning mist is one that nobody reads.`,
      },
    },
  },
  {
    category: "plants",
    texts: {
      en: {
        title: "What grows well in the first year",
        body: `Begin with what forgives.

| Month | Sow | Harvest |
|---|---|---|
| March | Rocket, radish | April |
| April | Tomato, basil | July |
| June | Chard, beans | August |
| September | Lamb's lettuce | All winter |

Two tomatoes are enough for a *Fjord 60*. A third one takes their light.`,
      },
    },
  },
  {
    category: "orders",
    texts: {
      en: {
        title: "Send something back",
        body: `Within 60 days, without a reason; built up or not.

1. Write to us with your order number. It begins with \`FF-\`.
2. We send you a label the same day, and a date for the pick-up for what is too large for a parcel.
3. Your money is back within five working days after it has arrived.

You do not need the box. If you have thrown it away, we bring one.`,
      },
      de: {
        title: "Etwas zurückschicken",
        body: `Innerhalb von 60 Tagen, ohne Grund, aufgebaut oder nicht.

1. Schreiben Sie uns mit Ihrer Bestellnummer. Sie beginnt mit \`FF-\`.
2. Wir schicken Ihnen am selben Tag ein Etikett, für Großes einen Abholtermin.
3. Ihr Geld ist fünf Werktage nach der Ankunft zurück.

Den Karton brauchen Sie nicht. Wir bringen einen mit.`,
      },
      es: {
        title: "Devolver un producto",
        body: `Durante 60 días, sin dar motivos, montado o no.

1. Escríbanos con su número de pedido. Empieza por \`FF-\`.
2. El mismo día le enviamos una etiqueta o una fecha de recogida.
3. Recibe su dinero cinco días laborables después.`,
      },
    },
  },
  {
    category: "orders",
    texts: {
      en: {
        title: "Where is my delivery?",
        body: `Parcels take three working days, greenhouses seven. The mail from the carrier has a link; it works from the evening on.

## Nothing has moved for two days

Parcels from Bergen stand still at the border over the weekend. If nothing has moved on Wednesday, write to us: we look after it with the carrier, and you do not have to.

## Something is broken

Take it in anyway, and send us a picture of the box and one of the pane. A new pane leaves the same day.`,
      },
    },
  },
  {
    category: "orders",
    draft: true,
    texts: {
      en: {
        title: "Invoices for schools",
        body: `Schools pay by invoice within 30 days. We need the name of the school, its address and, in Germany, the *Leitweg-ID*.`,
      },
    },
  },
];
