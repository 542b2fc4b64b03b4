import { expect, test } from "vitest";
import {
  changeUploads,
  type Upload,
  type UploadKey,
  uploadsBack,
  uploadsOf,
  uploadsSent,
} from "./upload-store";

const upload = (id: string): Upload => ({
  id,
  file: new File(["x"], `${id}.txt`),
  state: "ready",
  share: 1,
  attachmentId: `attached-${id}`,
  problem: null,
  mayRetry: false,
});

const [reply, note]: [UploadKey, UploadKey] = ["ticket reply", "ticket note"];

test("files of a reply are there again after a look at the note, and never cross over", () => {
  changeUploads(reply, (all) => [...all, upload("photo")]);
  changeUploads(note, (all) => [...all, upload("log")]);
  expect(uploadsOf(reply).map(({ id }) => id)).toEqual(["photo"]);
  expect(uploadsOf(note).map(({ id }) => id)).toEqual(["log"]);
});

test("a message that did not go gives its files back to its draft", () => {
  uploadsSent(reply);
  expect(uploadsOf(reply)).toEqual([]);
  changeUploads(reply, () => [upload("second")]);
  uploadsBack(reply, ["attached-photo", "unknown"]);
  expect(uploadsOf(reply).map(({ id }) => id)).toEqual(["photo", "second"]);
});
