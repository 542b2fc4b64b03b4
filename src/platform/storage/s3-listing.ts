const item = /<Contents>([\s\S]*?)<\/Contents>/g;
const keyIn = /<Key>([^<]*)<\/Key>/;
const timeIn = /<LastModified>([^<]*)<\/LastModified>/;

/** The keys in an answer of ListObjectsV2 that were last written before a time. */
export function listedBefore(xml: string, at: Date): string[] {
  return [...xml.matchAll(item)].flatMap(([, inside = ""]) => {
    const key = keyIn.exec(inside)?.[1];
    const writtenMs = Date.parse(timeIn.exec(inside)?.[1] ?? "");
    return key !== undefined && writtenMs < at.getTime() ? [key] : [];
  });
}
