import type { ParameterObject } from 'openapi3-ts/oas31';

/** A line for curl that asks an operation of the REST face, with what it has to be sent. */
export function curlExample(
  method: string,
  address: string,
  parameters: readonly ParameterObject[],
  body: unknown,
): string {
  const needed = parameters.filter(({ in: where, required }) => where === 'query' && required);
  const search = needed
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example ?? '…'))}`)
    .join('&');
  const lines = [
    `curl -s${method === 'GET' ? '' : ` -X ${method}`} "$GUILDHALL${address.replace('{id}', '$ID')}${search && `?${search}`}"`,
    '  -H "authorization: Bearer $TOKEN"',
    ...(body === undefined || Object.keys(body as object).length === 0
      ? []
      : ["  -H 'content-type: application/json'", `  -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ];
  return lines.join(' \\\n');
}
