/** Why something was not done, beside what asked for it. */
export function Refused({ words }: { words: string | null }) {
  if (words === null) return null;
  return (
    <p role="alert" className="border-bad border-s-2 ps-2 text-bad text-ui">
      {words}
    </p>
  );
}
