import type { DemoArticle } from "./texts";

export const sensorArticles: readonly DemoArticle[] = [
  {
    category: "sensors",
    texts: {
      en: {
        title: "Pair a sensor with the hub",
        body: `Each sensor finds its hub by itself, once it has been told to.

## Before you begin

- The light of the hub is **green**.
- The sensor is within ten metres of it. Walls of concrete halve that.
- The battery strip is pulled out of the sensor.

## Pairing

1. Open the app and choose **Sensors, Add a sensor**.
2. Hold the button on the back of the sensor for three seconds. Its light blinks blue.
3. Wait until the app shows the first reading. That takes up to a minute.

## If it is not found

Take the battery out, wait for ten seconds and put it back. If the light blinks **red**, the battery is nearly empty: a weak battery measures, but does not pair.`,
      },
      de: {
        title: "Einen Sensor mit dem Hub koppeln",
        body: `Jeder Sensor findet seinen Hub von selbst, sobald man es ihm sagt.

## Vorher

- Das Licht am Hub leuchtet **grün**.
- Der Sensor ist höchstens zehn Meter entfernt. Betonwände halbieren das.
- Der Batteriestreifen ist herausgezogen.

## Koppeln

1. Öffnen Sie die App und wählen Sie **Sensoren, Sensor hinzufügen**.
2. Halten Sie den Knopf auf der Rückseite drei Sekunden lang. Das Licht blinkt blau.
3. Warten Sie, bis die App den ersten Wert zeigt. Das dauert bis zu einer Minute.

## Wenn er nicht gefunden wird

Nehmen Sie die Batterie heraus, warten Sie zehn Sekunden und setzen Sie sie wieder ein. Blinkt das Licht **rot**, ist die Batterie fast leer: Sie misst noch, aber sie koppelt nicht mehr.`,
      },
      es: {
        title: "Emparejar un sensor con el hub",
        body: `Cada sensor encuentra su hub por sí solo cuando se le pide.

## Antes de empezar

- La luz del hub está en **verde**.
- El sensor está a menos de diez metros. Las paredes de hormigón reducen esa distancia a la mitad.
- La tira de la pila está retirada.

## Emparejar

1. Abra la aplicación y elija **Sensores, Añadir un sensor**.
2. Mantenga pulsado el botón trasero durante tres segundos. La luz parpadea en azul.
3. Espere a que la aplicación muestre el primer valor. Tarda hasta un minuto.

## Si no aparece

Saque la pila, espere diez segundos y vuelva a ponerla. Si la luz parpadea en **rojo**, la pila está casi vacía.`,
      },
    },
  },
  {
    category: "sensors",
    texts: {
      en: {
        title: "What the lights of the hub mean",
        body: `The hub has one light. Its colour says how it is, its rhythm what it does.

| Light | What it means | What to do |
|---|---|---|
| Green, steady | All is well | Nothing |
| Green, slow | It looks for sensors | Wait for a minute |
| Blue, fast | It loads new firmware | Leave it plugged in |
| Yellow | No way to the internet | Restart your router, then the hub |
| Red | It needs help | Pull the plug for ten seconds |

## Red after a restart

If it is red again within five minutes, write to us. Tell us the number under the hub: it begins with \`FF-\`.`,
      },
      de: {
        title: "Was die Lichter am Hub bedeuten",
        body: `Der Hub hat ein Licht. Die Farbe sagt, wie es ihm geht, der Rhythmus, was er tut.

| Licht | Bedeutung | Was zu tun ist |
|---|---|---|
| Grün, ruhig | Alles in Ordnung | Nichts |
| Grün, langsam | Er sucht Sensoren | Eine Minute warten |
| Blau, schnell | Er lädt neue Firmware | Eingesteckt lassen |
| Gelb | Kein Weg ins Internet | Erst den Router, dann den Hub neu starten |
| Rot | Er braucht Hilfe | Zehn Sekunden vom Strom nehmen |`,
      },
    },
  },
  {
    category: "sensors",
    texts: {
      en: {
        title: "Readings jump or stand still after firmware 4.2",
        body: `Some sensors show jumps, or the same value for hours, since firmware **4.2**. Version **4.2.1** mends it.

## Which version do I have?

In the app: **Hub, About**. The line *Firmware* says it.

## Getting 4.2.1

1. Leave the hub plugged in over night. It loads the new version between 2 and 4 o'clock.
2. In the morning, open **Hub, About** and look at the version.
3. If it still says 4.2, choose **Look for updates** once.

## Afterwards

The history keeps the wrong values, marked with a grey line. Alarms count from the update on only.

\`\`\`
Hub        FF-20104
Firmware   4.2.1
Sensors    6 of 6
\`\`\``,
      },
    },
  },
  {
    category: "sensors",
    texts: {
      en: {
        title: "Change the battery of a sensor",
        body: `A battery lasts about two years; in frost, one. The app tells you two weeks ahead.

1. Turn the sensor over and slide the lid towards the arrow.
2. Take the old cell out. Put a new **CR2477** in, with the + up.
3. Close the lid until it clicks: the seal keeps water out only then.

The sensor goes on by itself. It does not have to be paired again, and no history is lost.`,
      },
      de: {
        title: "Die Batterie eines Sensors wechseln",
        body: `Eine Batterie hält etwa zwei Jahre, bei Frost eines. Die App sagt es zwei Wochen vorher.

1. Drehen Sie den Sensor um und schieben Sie den Deckel in Pfeilrichtung.
2. Nehmen Sie die alte Zelle heraus. Setzen Sie eine neue **CR2477** ein, das + nach oben.
3. Schließen Sie den Deckel, bis er klickt: Nur dann hält die Dichtung.

Der Sensor misst von selbst weiter. Er muss nicht neu gekoppelt werden.`,
      },
    },
  },
  {
    category: "sensors",
    internal: true,
    texts: {
      en: {
        title: "Telling a faulty hub from a bad router",
        body: `For the team. Before a hub is replaced:

1. Ask for the colour of the light **now**, not when it began.
2. Let them share the internet of their phone with the hub. If it turns green, the router is at fault.
3. Look the number up in the list of the February batch. Those are replaced without further questions.

Never promise a date for a firmware version. Say that we write when it is out, and link the ticket to the problem.`,
      },
    },
  },
];
