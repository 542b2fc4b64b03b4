const link = /(https?:\/\/[^\s<>"]+)/;

type Part = { id: string; text: string; isLink: boolean };

/** Links and what stands between them; where each begins names it. */
function partsOf(text: string): Part[] {
  let at = 0;
  return text.split(link).map((part, index) => {
    const id = `${at}`;
    at += part.length;
    return { id: `${id}-${index % 2}`, text: part, isLink: index % 2 === 1 };
  });
}

/** A mail's words as they were sent, with links that can be followed. */
export function MailText({ text }: { readonly text: string }) {
  return (
    <div className="whitespace-pre-wrap break-words text-body text-ink">
      {partsOf(text).map((part) =>
        part.isLink ? (
          <a key={part.id} href={part.text} className="break-all text-link underline">
            {part.text}
          </a>
        ) : (
          <span key={part.id}>{part.text}</span>
        ),
      )}
    </div>
  );
}
