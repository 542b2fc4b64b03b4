import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestServices, testServices } from "@/testing/database";
import { aPublishedArticle } from "@/testing/knowledge";
import { suggestedPages } from "./queries/suggest";

let services: TestServices;
beforeAll(async () => {
  services = await testServices();
  await aPublishedArticle({ title: "Calibrate the sensor", body: "Put the sensor into the soil." });
  await aPublishedArticle({
    ...{ language: "de", title: "Den Fühler eichen" },
    body: "Stecken Sie den Fühler in die Erde und warten Sie, bis er blinkt.",
  });
  await aPublishedArticle({
    ...{ language: "es", title: "Calibrar el medidor" },
    body: "Ponga el medidor en la tierra y espere hasta que parpadee.",
  });
});
afterAll(() => services.close());

const titlesFor = async (text: string, language: "en" | "de" | "es") =>
  (await suggestedPages(null, { language, text })).map(({ title }) => title);

test("articles are suggested in the language in which somebody writes, whatever the page speaks", async () => {
  for (const page of ["en", "de", "es"] as const) {
    expect(await titlesFor("Mein Fühler blinkt nicht", page)).toEqual(["Den Fühler eichen"]);
    expect(await titlesFor("El medidor no parpadea", page)).toEqual(["Calibrar el medidor"]);
    expect(await titlesFor("My sensor says nothing", page)).toEqual(["Calibrate the sensor"]);
  }
});

test("words that nobody wrote suggest nothing", async () => {
  expect(await titlesFor("xylophone quartz", "de")).toEqual([]);
  expect(await titlesFor("", "de")).toEqual([]);
});
