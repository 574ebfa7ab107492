import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../src/configuration/readConfiguration.ts';
import {
  type Policy,
  type Principal,
  everything,
  keyArn,
  may,
  policiesOfRole,
  policyAt,
} from './simulate.ts';
import { type Stack, example, filesOf, stackOf, stacks, stacksOf } from './synthesized.ts';

const organisationId = 'o-exampleorgid';
const organisation = '111111111111';
const authority = '444444444444';
const readerArn = `arn:aws:iam::${organisation}:role/guildhall/sharing/shared-reader`;

/** The stacks once the authority has turned its one switch. */
function revoked(): Map<string, Stack> {
  const given = example();
  given.exchanges.northshire.sharing = 'revoked';
  const { exchanges, ...rest } = readConfiguration(given);
  // Other stacks are no part of it.
  const concerned = exchanges.filter(({ name }) => ['organisation', 'northshire'].includes(name));
  return stacksOf(filesOf({ ...rest, environments: [], exchanges: concerned }));
}

/** The gates between a bucket of the authority and whoever asks. */
interface Gates {
  readonly bucket: (purpose: string) => Policy;
  readonly key: (path: string) => Policy;
  readonly role: readonly Policy[];
  readonly endpoint: Policy;
}

function gatesOf(of: ReadonlyMap<string, Stack>): Gates {
  const stack = of.get('northshire')!;
  return {
    bucket: (purpose) => policyAt(stack, `storage/${purpose}/policy`),
    key: (path) => policyAt(stack, path),
    role: policiesOfRole(of.get('organisation-account')!, 'shared-reader'),
    endpoint: policyAt(of.get('organisation')!, 'endpoints/s3'),
  };
}

const open = gatesOf(stacks);
const shut = gatesOf(revoked());

const reader = (gates: Gates): Principal => ({ arn: readerArn, organisationId, policies: gates.role });
const bucketOf = (purpose: string) => `arn:aws:s3:::guildhall-${authority}-northshire-${purpose}`;
const keyPathOf = (purpose: string) => (purpose === 'shared' ? 'storage/shared-key/key' : 'keys/data/key');

const actOnFile = (who: Principal | null, gates: Gates, purpose: string, action: string) =>
  may(
    who,
    action,
    { arn: `${bucketOf(purpose)}/2026/file.csv`, account: authority, policy: gates.bucket(purpose) },
    {},
    who?.arn === readerArn ? gates.endpoint : undefined,
  );

const actOnKey = (who: Principal | null, gates: Gates, purpose: string, action: string) =>
  may(
    who,
    action,
    {
      arn: keyArn(stackOf('northshire'), keyPathOf(purpose)),
      account: authority,
      policy: gates.key(keyPathOf(purpose)),
    },
    {
      'kms:ViaService': 's3.eu-west-2.amazonaws.com',
      'aws:ResourceTag/stack': 'northshire',
      'kms:ResourceAliases': [`alias/guildhall-northshire-${purpose === 'shared' ? 'shared' : 'data'}`],
    },
  );

/** A file is read by who gets it, and gets it decrypted. */
const reads = async (who: Principal | null, gates: Gates, purpose: string) =>
  (await actOnFile(who, gates, purpose, 's3:GetObject')) &&
  (await actOnKey(who, gates, purpose, 'kms:Decrypt'));

const administrator = (arn: string, of = organisationId): Principal => ({
  arn,
  organisationId: of,
  policies: [everything],
});
const strangers: readonly [string, Principal | null][] = [
  [
    'another role of the organisation',
    administrator(`arn:aws:iam::${organisation}:role/guildhall/people/elevated`),
  ],
  [
    'the code server of the organisation, without the role',
    administrator(`arn:aws:iam::${organisation}:role/guildhall/organisation/organisation-code-server`),
  ],
  [
    'a role of that name elsewhere in the account',
    administrator(`arn:aws:iam::${organisation}:role/shared-reader`),
  ],
  [
    'a role of that name in another account of the organisation',
    administrator('arn:aws:iam::333333333333:role/guildhall/sharing/shared-reader'),
  ],
  [
    'another authority',
    administrator('arn:aws:iam::555555555555:role/guildhall/southshire/southshire-code-server'),
  ],
  [
    'the same role, once its account has left the organisation',
    administrator(readerArn, 'o-anotherorganisation'),
  ],
  [
    'a role of another organisation',
    administrator('arn:aws:iam::999999999999:role/guildhall/sharing/shared-reader', 'o-anotherorganisation'),
  ],
  ['somebody without credentials', null],
];

describe('what an authority shares', () => {
  test('is read by the one role of the organisation', async () => {
    expect(await reads(reader(open), open, 'shared')).toBe(true);
    const bucket = { arn: bucketOf('shared'), account: authority, policy: open.bucket('shared') };
    expect(await may(reader(open), 's3:ListBucket', bucket, {}, open.endpoint)).toBe(true);
  });

  test.for(['s3:PutObject', 's3:DeleteObject', 's3:GetObjectVersion', 's3:PutObjectAcl'])(
    'is not for that role to %s',
    async (action) => {
      expect(await actOnFile(reader(open), open, 'shared', action)).toBe(false);
      expect(await actOnFile(administrator(readerArn), open, 'shared', action)).toBe(false);
    },
  );

  test.for(['kms:Encrypt', 'kms:GenerateDataKey', 'kms:CreateGrant', 'kms:PutKeyPolicy'])(
    'is behind a key that is not for that role to %s',
    async (action) => {
      expect(await actOnKey(administrator(readerArn), open, 'shared', action)).toBe(false);
    },
  );

  test.for(['workspace', 'data'])('is not the %s, whatever else the role may do', async (purpose) => {
    for (const who of [reader(open), administrator(readerArn)]) {
      expect(await actOnFile(who, open, purpose, 's3:GetObject')).toBe(false);
      expect(await actOnKey(who, open, purpose, 'kms:Decrypt')).toBe(false);
    }
  });

  test.for(strangers)('is not read by %s', async ([, who]) => {
    for (const purpose of ['shared', 'workspace', 'data']) {
      expect(await actOnFile(who, open, purpose, 's3:GetObject')).toBe(false);
      expect(await actOnKey(who, open, purpose, 'kms:Decrypt')).toBe(false);
    }
  });

  test("stays the authority's own, shared or not", async () => {
    const own: Principal = {
      arn: `arn:aws:iam::${authority}:role/guildhall/northshire/northshire-code-server`,
      organisationId,
      policies: policiesOfRole(stackOf('northshire'), 'northshire-code-server'),
      boundary: policyAt(stackOf('northshire-account'), 'boundary-northshire/policy'),
    };
    for (const gates of [open, shut]) {
      expect(await reads(own, gates, 'shared')).toBe(true);
      expect(await actOnFile(own, gates, 'shared', 's3:PutObject')).toBe(true);
      expect(await actOnFile(own, gates, 'workspace', 's3:PutObject')).toBe(false);
    }
  });
});

describe('once the authority has revoked', () => {
  test('its switch shuts every gate', async () => {
    expect(await reads(reader(shut), shut, 'shared')).toBe(false);
    expect(
      JSON.stringify([shut.bucket('shared'), shut.key(keyPathOf('shared')), shut.role, shut.endpoint]),
    ).not.toContain('shared-reader');
  });

  test.for([
    ['the policy of the bucket', { ...open, bucket: shut.bucket }, 's3:GetObject'],
    ['the policy of the key', { ...open, key: shut.key }, 'kms:Decrypt'],
    ['the policy of the role', { ...open, role: shut.role }, 's3:GetObject'],
    ['the endpoint of the organisation', { ...open, endpoint: shut.endpoint }, 's3:GetObject'],
  ] as const)('%s alone keeps the role out, while all others are open', async ([, gates, action]) => {
    expect(await reads(reader(gates), gates, 'shared')).toBe(false);
    const act = action === 'kms:Decrypt' ? actOnKey : actOnFile;
    expect(await act(reader(gates), gates, 'shared', action)).toBe(false);
    expect(await act(reader(open), open, 'shared', action)).toBe(true);
  });

  test('neither the bucket nor the key yields to whatever the organisation gives its role', async () => {
    for (const who of [administrator(readerArn), ...strangers.map(([, stranger]) => stranger)]) {
      expect(await actOnFile(who, shut, 'shared', 's3:GetObject')).toBe(false);
      expect(await actOnKey(who, shut, 'shared', 'kms:Decrypt')).toBe(false);
    }
  });
});
