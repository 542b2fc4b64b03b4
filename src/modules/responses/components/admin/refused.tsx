/** Why something was not saved, beside the button that asked for it. */
export function Refused({ words }: { words: string | null }) {
  if (words === null) return null;
  return (
    <p role="alert" className="border-bad border-s-2 ps-2 text-bad text-ui">
      {words}
    </p>
  );
}
