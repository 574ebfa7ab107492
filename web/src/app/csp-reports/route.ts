/** Most that a report can be worth reading. */
const most = 10_000;

/** Takes what browsers report against the content security policy, as a line of the log. */
export async function POST(request: Request): Promise<Response> {
  const text = await request.text();
  const report = text.slice(0, most).replace(/[\r\n]+/g, ' ');
  process.stderr.write(
    `${JSON.stringify({ level: 40, msg: 'A browser reports a breach of the content security policy.', report })}\n`,
  );
  return new Response(null, { status: 204 });
}
