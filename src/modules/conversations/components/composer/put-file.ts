type Target = { method: "PUT"; url: string; headers: Record<string, string> };

/** Brings a file to the store. XMLHttpRequest, because `fetch` does not tell how far it is. */
export function putFile(
  target: Target,
  file: File,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(target.method, target.url);
    for (const [name, value] of Object.entries(target.headers)) {
      // The browser counts the bytes itself and lets nobody say it.
      if (name.toLowerCase() !== "content-length") request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onShare(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(new Error(`The store answered ${request.status}.`));
    };
    request.onerror = () => reject(new Error("The store could not be reached."));
    request.onabort = () => reject(new Error("The upload was stopped."));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
