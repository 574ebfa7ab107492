import { afterAll, beforeAll, expect, test } from 'vitest';
import { inHours, startStaffing } from './staffing.ts';

let staffing: Awaited<ReturnType<typeof startStaffing>>;
beforeAll(async () => {
  staffing = await startStaffing();
});
afterAll(() => staffing?.close());

test('the metrics tell how many coming shifts there are to fill, and how many are filled', async () => {
  const facilityId = await staffing.facility();
  const agentId = await staffing.agent();
  const create = (hours: number, input: object = {}) =>
    staffing.createShift({ facilityId, startsAt: inHours(hours), endsAt: inHours(hours + 8), ...input });
  await create(3);
  await create(3, { agentId });
  await create(3, { kind: 'PLACEHOLDER' });
  await create(3 * 24);
  await create(20 * 24, { agentId });
  await create(40 * 24);
  await create(-9);
  const { shift } = await create(4);
  await staffing.change(
    { personId: null, organisationId: null, role: 'company', scopes: [] },
    'cancelShift',
    { id: shift.id, reason: 'Nobody needs it' },
  );

  const figures = async () =>
    (await (await fetch(`${staffing.url}/metrics`)).text())
      .split('\n')
      .flatMap(
        (line) =>
          /^guildhall_staffing_coming_shifts\{status="(\w+)",days="(\d+)",.*\} (\d+)$/.exec(line) ?? [],
      )
      .filter((part) => !part.startsWith('guildhall'))
      .join(' ');
  await expect
    .poll(figures)
    .toBe(
      'open 1 1 open 7 2 open 28 2 assigned 1 1 assigned 7 1 assigned 28 2 cancelled 1 1 cancelled 7 1 cancelled 28 1',
    );
});
