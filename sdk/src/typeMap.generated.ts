// Generated from partner.graphql by `npm run graph:compose`.

import type { TypeMap } from './writeOperation.ts';

export const typeMap: TypeMap = {
  Agent: {
    fields: {
      id: {},
      person: { type: 'Person' },
      homeArea: {},
      qualifications: { type: 'AgentQualification' },
      shifts: { type: 'ShiftConnection', args: { first: 'Int', after: 'String', last: 'Int', before: 'String', filter: 'ShiftFilter', orderBy: 'ShiftOrder' } },
    },
  },
  AgentConnection: {
    fields: {
      edges: { type: 'AgentEdge' },
      nodes: { type: 'Agent' },
      pageInfo: { type: 'PageInfo' },
      totalCount: {},
    },
  },
  AgentEdge: {
    fields: {
      cursor: {},
      node: { type: 'Agent' },
    },
  },
  AgentQualification: {
    fields: {
      id: {},
      qualification: { type: 'Qualification' },
      expiresOn: {},
      isExpired: {},
    },
  },
  AssignmentWarning: {
    fields: {
      kind: {},
      message: {},
    },
  },
  AssignShiftPayload: {
    fields: {
      shift: { type: 'Shift' },
      warnings: { type: 'AssignmentWarning' },
    },
  },
  AssignShiftResult: {
    isAbstract: true,
    fields: {
    },
  },
  CancelShiftPayload: {
    fields: {
      shift: { type: 'Shift' },
    },
  },
  CancelShiftResult: {
    isAbstract: true,
    fields: {
    },
  },
  ClaimShiftPayload: {
    fields: {
      shift: { type: 'Shift' },
    },
  },
  ClaimShiftResult: {
    isAbstract: true,
    fields: {
    },
  },
  ConfirmShiftPayload: {
    fields: {
      shift: { type: 'Shift' },
    },
  },
  ConfirmShiftResult: {
    isAbstract: true,
    fields: {
    },
  },
  CreateShiftPayload: {
    fields: {
      shift: { type: 'Shift' },
      warnings: { type: 'AssignmentWarning' },
    },
  },
  CreateShiftResult: {
    isAbstract: true,
    fields: {
    },
  },
  Facility: {
    fields: {
      id: {},
      name: {},
      timeZone: {},
      address: {},
      organisation: { type: 'Organisation' },
      shifts: { type: 'ShiftConnection', args: { first: 'Int', after: 'String', last: 'Int', before: 'String', filter: 'ShiftFilter', orderBy: 'ShiftOrder' } },
    },
  },
  FacilityConnection: {
    fields: {
      edges: { type: 'FacilityEdge' },
      nodes: { type: 'Facility' },
      pageInfo: { type: 'PageInfo' },
      totalCount: {},
    },
  },
  FacilityEdge: {
    fields: {
      cursor: {},
      node: { type: 'Facility' },
    },
  },
  GiveBackShiftPayload: {
    fields: {
      shift: { type: 'Shift' },
    },
  },
  GiveBackShiftResult: {
    isAbstract: true,
    fields: {
    },
  },
  InvalidInput: {
    fields: {
      message: {},
      field: {},
    },
  },
  Mutation: {
    fields: {
      createShift: { type: 'CreateShiftResult', args: { input: 'CreateShiftInput!' } },
      updateShift: { type: 'UpdateShiftResult', args: { input: 'UpdateShiftInput!' } },
      assignShift: { type: 'AssignShiftResult', args: { input: 'AssignShiftInput!' } },
      unassignShift: { type: 'UnassignShiftResult', args: { input: 'UnassignShiftInput!' } },
      cancelShift: { type: 'CancelShiftResult', args: { input: 'CancelShiftInput!' } },
      reopenShift: { type: 'ReopenShiftResult', args: { input: 'ReopenShiftInput!' } },
      confirmShift: { type: 'ConfirmShiftResult', args: { input: 'ConfirmShiftInput!' } },
      claimShift: { type: 'ClaimShiftResult', args: { input: 'ClaimShiftInput!' } },
      giveBackShift: { type: 'GiveBackShiftResult', args: { input: 'GiveBackShiftInput!' } },
      offerShift: { type: 'OfferShiftResult', args: { input: 'OfferShiftInput!' } },
      withdrawShiftOffer: { type: 'WithdrawShiftOfferResult', args: { input: 'WithdrawShiftOfferInput!' } },
    },
  },
  NotFound: {
    fields: {
      message: {},
      id: {},
    },
  },
  NotPermitted: {
    fields: {
      message: {},
    },
  },
  NotPossibleNow: {
    fields: {
      message: {},
    },
  },
  NotQualified: {
    fields: {
      message: {},
      qualification: { type: 'Qualification' },
    },
  },
  OfferShiftPayload: {
    fields: {
      shift: { type: 'Shift' },
    },
  },
  OfferShiftResult: {
    isAbstract: true,
    fields: {
    },
  },
  Organisation: {
    fields: {
      id: {},
      kind: {},
      name: {},
      facilities: { type: 'FacilityConnection', args: { first: 'Int', after: 'String', last: 'Int', before: 'String', filter: 'FacilityFilter', orderBy: 'FacilityOrder' } },
    },
  },
  OrganisationConnection: {
    fields: {
      edges: { type: 'OrganisationEdge' },
      nodes: { type: 'Organisation' },
      pageInfo: { type: 'PageInfo' },
      totalCount: {},
    },
  },
  OrganisationEdge: {
    fields: {
      cursor: {},
      node: { type: 'Organisation' },
    },
  },
  OverlapsOtherShift: {
    fields: {
      message: {},
      otherShift: { type: 'Shift' },
    },
  },
  PageInfo: {
    fields: {
      hasNextPage: {},
      hasPreviousPage: {},
      startCursor: {},
      endCursor: {},
    },
  },
  Person: {
    fields: {
      id: {},
      name: {},
      agent: { type: 'Agent' },
    },
  },
  Qualification: {
    fields: {
      code: {},
      displayName: {},
      parents: { type: 'Qualification' },
      isKnown: {},
      restHours: {},
      weeklyHours: {},
      giveBackHours: {},
    },
  },
  Query: {
    fields: {
      me: { type: 'Person' },
      person: { type: 'Person', args: { id: 'ID!' } },
      organisation: { type: 'Organisation', args: { id: 'ID!' } },
      organisations: { type: 'OrganisationConnection', args: { first: 'Int', after: 'String', last: 'Int', before: 'String', filter: 'OrganisationFilter', orderBy: 'OrganisationOrder' } },
      facility: { type: 'Facility', args: { id: 'ID!' } },
      facilities: { type: 'FacilityConnection', args: { first: 'Int', after: 'String', last: 'Int', before: 'String', filter: 'FacilityFilter', orderBy: 'FacilityOrder' } },
      agent: { type: 'Agent', args: { id: 'ID!' } },
      agents: { type: 'AgentConnection', args: { first: 'Int', after: 'String', last: 'Int', before: 'String', filter: 'AgentFilter', orderBy: 'AgentOrder' } },
      shift: { type: 'Shift', args: { id: 'ID!' } },
      shifts: { type: 'ShiftConnection', args: { first: 'Int', after: 'String', last: 'Int', before: 'String', filter: 'ShiftFilter', orderBy: 'ShiftOrder' } },
      qualifications: { type: 'Qualification' },
    },
  },
  Refusal: {
    isAbstract: true,
    fields: {
      message: {},
    },
  },
  ReopenShiftPayload: {
    fields: {
      shift: { type: 'Shift' },
      warnings: { type: 'AssignmentWarning' },
    },
  },
  ReopenShiftResult: {
    isAbstract: true,
    fields: {
    },
  },
  Shift: {
    fields: {
      id: {},
      facility: { type: 'Facility' },
      agent: { type: 'Agent' },
      kind: {},
      qualification: { type: 'Qualification' },
      startsAt: {},
      endsAt: {},
      startsOn: {},
      breakMinutes: {},
      plannedMinutes: {},
      workedMinutes: {},
      note: {},
      status: {},
      cancellationReason: {},
      offeredAt: {},
      revision: {},
    },
  },
  ShiftAlreadyTaken: {
    fields: {
      message: {},
    },
  },
  ShiftConnection: {
    fields: {
      edges: { type: 'ShiftEdge' },
      nodes: { type: 'Shift' },
      pageInfo: { type: 'PageInfo' },
      totalCount: {},
      totals: { type: 'ShiftTotals' },
    },
  },
  ShiftEdge: {
    fields: {
      cursor: {},
      node: { type: 'Shift' },
    },
  },
  ShiftHasStarted: {
    fields: {
      message: {},
    },
  },
  ShiftTotals: {
    fields: {
      plannedMinutes: {},
      workedMinutes: {},
      open: {},
      assigned: {},
      cancelled: {},
      completed: {},
      placeholders: {},
    },
  },
  TooLittleRest: {
    fields: {
      message: {},
      otherShift: { type: 'Shift' },
      hours: {},
      requiredHours: {},
    },
  },
  TooManyHours: {
    fields: {
      message: {},
      hours: {},
      allowedHours: {},
    },
  },
  UnassignShiftPayload: {
    fields: {
      shift: { type: 'Shift' },
    },
  },
  UnassignShiftResult: {
    isAbstract: true,
    fields: {
    },
  },
  UpdateShiftPayload: {
    fields: {
      shift: { type: 'Shift' },
      warnings: { type: 'AssignmentWarning' },
    },
  },
  UpdateShiftResult: {
    isAbstract: true,
    fields: {
    },
  },
  WithdrawShiftOfferPayload: {
    fields: {
      shift: { type: 'Shift' },
    },
  },
  WithdrawShiftOfferResult: {
    isAbstract: true,
    fields: {
    },
  },
};
