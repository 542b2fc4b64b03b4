/** Files that people add, on their way and in the store. */
export const files = {
  /** A round number as people are told it: "25 MB" wherever it is spoken of. */
  attachmentBytesMax: 25 * 1_000_000,
  attachmentsPerMessageMax: 10,
  unattachedFilesPerPersonMax: 100,
  unattachedFilesPerFormMax: 20,
  fileNameCharsMax: 255,
  fileTypeCharsMax: 255,
  uploadUrlMs: 15 * 60_000,
  downloadUrlMs: 5 * 60_000,
  orphanUploadMs: 24 * 3_600_000,
  orphansPerSweepMax: 500,
  storageRequestMsMax: 30_000,
  clockSkewMsMax: 60_000,
  fileSampleBytes: 64 * 1024,
  archiveDirectoryBytesMax: 4 * 1024 * 1024,
  archiveUnpackedBytesMax: 1024 * 1024 * 1024,
  archiveEntriesMax: 20_000,
  nestedArchivesMax: 10,
} as const;
