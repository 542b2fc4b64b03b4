import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limits } from "@/platform/limits";
import { checkFile } from "./check-file";
import {
  avif,
  bytesOf,
  compoundOf,
  contentOf,
  gif,
  jpeg,
  pdf,
  png,
  program,
  webp,
  zipOf,
} from "./sample-files";

const check = (file: Uint8Array, name: string, type = "application/octet-stream") =>
  checkFile(contentOf(file), { name, type });

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));

describe("pictures that run nothing are shown, everything else is handed over", () => {
  const shown: [string, Uint8Array, string][] = [
    ["a.png", png, "image/png"],
    ["a.jpg", jpeg, "image/jpeg"],
    ["a.gif", gif, "image/gif"],
    ["a.webp", webp, "image/webp"],
    ["a.avif", avif, "image/avif"],
  ];
  test.each(shown)("%s is shown", async (name, file, type) => {
    expect(await check(file, name, type)).toEqual({
      accepted: true,
      refusal: null,
      type,
      disposition: "inline",
      name,
    });
  });

  const office = "application/vnd.openxmlformats-officedocument";
  const word = [{ name: "[Content_Types].xml" }, { name: "word/document.xml" }];
  const openText = [{ name: "mimetype", content: "application/vnd.oasis.opendocument.text" }];
  const mail = "From: a@b.example\r\nTo: c@d.example\r\nSubject: Hi\r\nDate: now\r\n\r\n<html>Hi";
  const handedOver: [string, Uint8Array, string][] = [
    ["a.pdf", pdf, "application/pdf"],
    ["a.docx", zipOf(word), `${office}.wordprocessingml.document`],
    ["a.odt", zipOf(openText), "application/vnd.oasis.opendocument.text"],
    ["a.doc", compoundOf("WordDocument"), "application/msword"],
    ["a.msg", compoundOf("__properties_version1.0"), "application/vnd.ms-outlook"],
    ["a.zip", zipOf([{ name: "readme.txt" }]), "application/zip"],
    ["a.csv", bytesOf("a;b\n1;2\n"), "text/csv"],
    ["a.log", bytesOf("2026-11-24 started\n"), "text/plain"],
    ["a.txt", bytesOf([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]), "text/plain"],
    ["a.json", bytesOf('{"a":1}'), "application/json"],
    ["notes.txt", utf16("\ufeffGrüße, it jams at noon.\r\n"), "text/plain"],
    ["export.csv", utf16("\ufeffnumber\tsubject\r\n1\tHelp\r\n"), "text/csv"],
    ["a.eml", bytesOf(mail), "message/rfc822"],
    ["a.ics", bytesOf("BEGIN:VCALENDAR\r\nEND:VCALENDAR"), "text/calendar"],
    ["a.svg", bytesOf("<?xml version='1.0'?><!-- x --><svg xmlns='x'/>"), "image/svg+xml"],
    ["a.html", bytesOf("<!DOCTYPE html><p>x"), "text/html"],
    ["a.xml", bytesOf("<?xml version='1.0'?><a/>"), "application/xml"],
    ["trace.dat", bytesOf([1, 2, 3, 0, 255, 254, 7, 0]), "application/octet-stream"],
  ];
  test.each(handedOver)("%s is handed over", async (name, file, type) => {
    const answer = await check(file, name);
    expect(answer).toEqual({
      accepted: true,
      refusal: null,
      type,
      disposition: "attachment",
      name,
    });
  });
});

describe("what runs, lies or harms is refused, with its reason", () => {
  const many = Array.from({ length: 12 }, (_, at) => ({ name: `layer-${at}.zip` }));
  const jar = [{ name: "META-INF/MANIFEST.MF" }, { name: "A.class" }];
  const macros = [{ name: "[Content_Types].xml" }, { name: "word/vbaProject.bin" }];
  const refused: [string, Uint8Array, string, string][] = [
    ["nothing.txt", new Uint8Array(), "text/plain", "empty"],
    ["tool.exe", program, "application/x-msdownload", "executable"],
    ["holiday.jpg", program, "image/jpeg", "executable"],
    ["tool", bytesOf([0x7f], "ELF", [2, 1, 1, 0]), "", "executable"],
    ["setup.msi", compoundOf("Installer"), "", "executable"],
    ["library.zip", zipOf(jar), "application/zip", "executable"],
    ["disk.iso", bytesOf([1, 0, 2, 0, 255]), "", "executable"],
    ["run.js", bytesOf("WScript.Echo(1)"), "text/javascript", "script"],
    ["run.txt", bytesOf("#!/bin/sh\nrm -rf /\n"), "text/plain", "script"],
    ["report.pdf.bat", bytesOf("format c:"), "application/pdf", "script"],
    ["page.php", bytesOf("<?php system($_GET[0]);"), "text/plain", "script"],
    ["letter.docx", zipOf(macros), "", "macros"],
    ["cat.png", bytesOf("<html><script>alert(1)</script>"), "image/png", "mismatch"],
    ["cat.png", bytesOf("<svg onload=alert(1)>"), "image/png", "mismatch"],
    ["cat.png", pdf, "image/png", "mismatch"],
    ["cat.png", bytesOf("just words"), "image/png", "mismatch"],
    ["cat.png", bytesOf([9, 0, 1, 0, 255, 200]), "image/png", "mismatch"],
    ["page.html", bytesOf("<html>x"), "image/gif", "mismatch"],
    [
      "cat.gif",
      bytesOf("GIF89a/*", gif, "*/=1;<script>alert(1)</script>"),
      "image/gif",
      "polyglot",
    ],
    ["cat.gif", bytesOf("GIF89a=1;alert(1)//", gif), "image/gif", "polyglot"],
    ["cat.gif", bytesOf("GIF89a/*", gif, "*/=1;alert(1)//"), "image/gif", "polyglot"],
    ["cat.png", bytesOf(png, zipOf([{ name: "a.txt" }])), "image/png", "polyglot"],
    ["form.pdf", bytesOf(pdf, zipOf([{ name: "a.txt" }])), "application/pdf", "polyglot"],
    ["page.html", bytesOf("<html>\n%PDF-1.7\n"), "text/html", "polyglot"],
    ["layers.zip", zipOf(many), "application/zip", "archive_bomb"],
    ["zeros.zip", zipOf([{ name: "a", unpacked: 10_000_000 }]), "", "archive_bomb"],
    ["twice.zip", zipOf([{ name: "a", packed: 10_000 }]), "", "archive_bomb"],
    ["torn.zip", zipOf([{ name: "a.txt" }]).slice(0, 50), "", "archive_broken"],
  ];
  test.each(refused)("%s (%#)", async (name, file, type, reason) => {
    const answer = await check(file, name, type);
    expect(answer).toMatchObject({ accepted: false, refusal: reason, disposition: "attachment" });
  });

  test("a file one byte too large is refused, one that just fits is not", async () => {
    const ofSize = (bytes: number) =>
      checkFile({ bytes, read: async () => png }, { name: "a.png", type: "" });
    expect((await ofSize(limits.attachmentBytesMax)).refusal).toBeNull();
    expect((await ofSize(limits.attachmentBytesMax + 1)).refusal).toBe("too_large");
  });
});

describe("a slip in the name is mended instead of refused", () => {
  const mended: [string, Uint8Array, string][] = [
    ["cat.png", jpeg, "cat.jpg"],
    ["cat", png, "cat.png"],
    ["photo.jpg.exe", jpeg, "photo.jpg"],
    ["photo.exe.jpg", jpeg, "photo_exe.jpg"],
    ["report.v2", pdf, "report.v2.pdf"],
    ["notes", bytesOf("words"), "notes.txt"],
    ["server.properties", bytesOf("a=b"), "server.properties"],
  ];
  test.each(mended)("%s", async (name, file, expected) => {
    expect(await check(file, name)).toMatchObject({ accepted: true, name: expected });
  });
});

test("any bytes under any name get an answer and a name that can be kept", async () => {
  const start = fc.constantFrom(
    png,
    jpeg,
    gif,
    pdf,
    zipOf([{ name: "a" }]),
    program,
    bytesOf(""),
    compoundOf("Book"),
  );
  const file = fc.tuple(start, fc.uint8Array({ maxLength: 200 })).map(([a, b]) => bytesOf(a, b));
  await fc.assert(
    fc.asyncProperty(
      file,
      fc.string({ unit: "binary" }),
      fc.string(),
      async (bytes, name, type) => {
        const answer = await check(bytes, name, type);
        expect(answer.name.length).toBeGreaterThan(0);
        expect(answer.accepted).toBe(answer.refusal === null);
        expect(await check(bytes, answer.name, type)).toMatchObject({ name: answer.name });
      },
    ),
    { numRuns: 500 },
  );
});
