// The login action of a tenant of Auth0 (Actions, Triggers, post-login): what a token says of a person comes from the
// graph, each time one is given. Its secrets there: GRAPH_URL, IDENTITY_KEY, GRAFANA_CLIENT. docs/deploying.md says how.
/* global fetch, AbortSignal */
'use strict';

const query = `query ($subject: String!) {
  loginClaims(subject: $subject) { personId organisationId role }
}`;

/** Memberships of whoever signs in; null while the graph does not answer. */
async function membershipsOf(subject, { GRAPH_URL, IDENTITY_KEY }) {
  try {
    const response = await fetch(GRAPH_URL, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(IDENTITY_KEY).toString('base64')}`,
      },
      body: JSON.stringify({ query, variables: { subject } }),
      signal: AbortSignal.timeout(5_000),
    });
    return (await response.json()).data?.loginClaims ?? null;
  } catch {
    return null;
  }
}

exports.onExecutePostLogin = async (event, api) => {
  const { client, request, resource_server: resource, secrets, user } = event;
  const memberships = await membershipsOf(user.user_id, secrets);
  if (!memberships) {
    api.access.deny('Who you are cannot be looked up just now: try again in a minute.');
    return;
  }
  // Named when signing in for one of several, and when a token is renewed.
  const organisation = request.query?.organisation ?? request.body?.organisation;
  const isGrafana = client.client_id === secrets.GRAFANA_CLIENT;
  const membership = memberships.find(
    ({ organisationId, role }) =>
      (organisation === undefined || organisationId === organisation) && (!isGrafana || role === 'company'),
  );
  if (!membership) {
    api.access.deny(
      'You do not belong to the organisation that this is for: ask whoever runs it to add you.',
    );
    return;
  }
  if (!resource) return;
  // Auth0 keeps org_id for itself, so that claims stand under the audience; the gateway reads them there.
  const { personId, organisationId, role } = membership;
  for (const [name, value] of Object.entries({ person_id: personId, org_id: organisationId, role }))
    api.accessToken.setCustomClaim(`${resource.identifier}/${name}`, value);
};
