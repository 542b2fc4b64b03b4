import { db, sql } from "@/platform/database";

/** The logo under this mark; null for one that was replaced. */
async function logoBytes(mark: string): Promise<{ bytes: Buffer; type: string } | null> {
  const [row] = await db.read.rows<{ logo: Buffer; logo_type: string }>(sql`
    select logo, logo_type from workspace where logo_mark = ${mark} and logo is not null`);
  return row === undefined ? null : { bytes: row.logo, type: row.logo_type };
}

/**
 * A picture by its content and as nothing else: no browser guesses what it is, and were it opened
 * by itself it could load and run nothing.
 */
export async function answerLogo(mark: string): Promise<Response> {
  const found = /^[\w-]{1,64}$/u.test(mark) ? await logoBytes(mark) : null;
  if (found === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      "content-type": found.type,
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}
