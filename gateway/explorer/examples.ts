import type { SavedOperation } from './savedOperations.ts';

/** Operations to begin with; a test holds them against the graph. */
export const examples: readonly SavedOperation[] = [
  {
    name: 'Who am I?',
    query: `query WhoAmI {
  me {
    id
    name
    agent { id homeArea }
  }
}
`,
    variables: '',
  },
  {
    name: 'Open shifts from a day on',
    query: `# The next shifts that nobody has taken yet.
query OpenShifts($from: LocalDate!) {
  shifts(first: 10, filter: { openOnly: true, from: $from }) {
    nodes {
      id
      startsAt
      endsAt
      facility { name timeZone }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: `{\n  "from": "${new Date().toISOString().slice(0, 10)}"\n}\n`,
  },
  {
    name: 'Facilities and who runs them',
    query: `query Facilities($after: String) {
  facilities(first: 20, after: $after) {
    nodes {
      id
      name
      timeZone
      organisation { name }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
    variables: '{\n  "after": null\n}\n',
  },
  {
    name: 'Agents and what they can do',
    query: `query Agents {
  agents(first: 10) {
    nodes {
      id
      homeArea
      person { name }
      qualifications { qualification { displayName } expiresOn isExpired }
    }
  }
}
`,
    variables: '',
  },
  {
    name: 'Give a shift to an agent',
    query: `mutation AssignShift($shiftId: ID!, $agentId: ID!) {
  assignShift(input: { id: $shiftId, agentId: $agentId }) {
    __typename
    ... on AssignShiftPayload { shift { id startsAt status } warnings { message } }
    ... on Refusal { message }
  }
}
`,
    variables: '{\n  "shiftId": "the id of an open shift",\n  "agentId": "the id of an agent"\n}\n',
  },
];
