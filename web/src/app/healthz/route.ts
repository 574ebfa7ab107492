/** Whether the process answers, for load balancers. */
export function GET(): Response {
  return Response.json({ status: 'ok' });
}
