// Generated from partner.graphql by `npm run graph:compose`.

export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant, written as RFC 3339 in UTC with milliseconds, for example 2026-11-02T07:00:00.000Z. */
  DateTime: { input: string; output: string; }
  /** A calendar day by the clocks of a place, written as ISO 8601, for example 2026-11-02. */
  LocalDate: { input: string; output: string; }
};

/** A person who works shifts. */
export type Agent = {
  __typename: 'Agent';
  /** The id of the agent. */
  id: Scalars['ID']['output'];
  /** Who the agent is; null when the person is no longer known. */
  person: Maybe<Person>;
  /** Where the agent lives or likes to work; null when it is not said. */
  homeArea: Maybe<Scalars['String']['output']>;
  /** The qualifications that the agent states, in the order of their names. */
  qualifications: Array<AgentQualification>;
  /** The shifts of the agent, as far as you may see them. */
  shifts: ShiftConnection;
};

/** A page of agents, by the Relay cursor connections specification. */
export type AgentConnection = {
  __typename: 'AgentConnection';
  /** The agents of this page, each with its cursor. */
  edges: Array<AgentEdge>;
  /** The agents of this page. */
  nodes: Array<Agent>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many agents the list has in all, counted when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One of the agents on a page, with its cursor. */
export type AgentEdge = {
  __typename: 'AgentEdge';
  /** The place of this node in the list, to continue from with after or before. */
  cursor: Scalars['String']['output'];
  /** The record itself. */
  node: Agent;
};

/** Which agents to return; conditions that are given must all hold. */
export type AgentFilter = {
  /** The agent who is this person. */
  personId?: InputMaybe<Scalars['ID']['input']>;
  /** The agents who are one of these persons. */
  personIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Agents who today, by the day in UTC, hold this qualification or one that stands under it; by its code. */
  qualification?: InputMaybe<Scalars['String']['input']>;
  /** Part of the home area, in any case. */
  homeArea?: InputMaybe<Scalars['String']['input']>;
  /** Part of the home area, or of the name of a qualification that the agent states, in any case. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Agents who have, or have worked, a shift at this facility, as far as you may see it. */
  workedAtFacilityId?: InputMaybe<Scalars['ID']['input']>;
};

/** How agents are ordered. */
export type AgentOrder = {
  /** What to order by. */
  field: AgentOrderField;
  /** Which way; ascending when left out. */
  direction?: SortDirection;
};

/** What agents can be ordered by; equal values are ordered by id. */
export type AgentOrderField =
  /** By when the record was made. */
  | 'CREATED_AT';

/** A qualification that an agent states. */
export type AgentQualification = {
  __typename: 'AgentQualification';
  /** The id of the record. */
  id: Scalars['ID']['output'];
  /** Which qualification it is. */
  qualification: Qualification;
  /** The last day it holds; null when it does not end. */
  expiresOn: Maybe<Scalars['LocalDate']['output']>;
  /** Whether it has ended, by the day in UTC. */
  isExpired: Scalars['Boolean']['output'];
};

/** A limit that an assignment goes beyond or, in a plan, would go beyond. It stands in the way of nothing: whoever plans decides. */
export type AssignmentWarning = {
  __typename: 'AssignmentWarning';
  /** Which limit it is. */
  kind: AssignmentWarningKind;
  /** A sentence for the person who asked. */
  message: Scalars['String']['output'];
};

/** The limits that whoever plans is warned of, and that refuse an agent's own claim. */
export type AssignmentWarningKind =
  /** There is too little rest between this shift and another one. */
  | 'TOO_LITTLE_REST'
  /** The week has too many hours. */
  | 'TOO_MANY_HOURS';

/** Who is to have which shift. */
export type AssignShiftInput = {
  /** Which shift. */
  id: Scalars['ID']['input'];
  /** Who is to have it. */
  agentId: Scalars['ID']['input'];
  /** Whether to take it from the agent who has it; otherwise a shift that somebody has is refused. */
  reassign?: Scalars['Boolean']['input'];
};

/** It was done: the shift as it now is. */
export type AssignShiftPayload = {
  __typename: 'AssignShiftPayload';
  /** The shift as it now is. */
  shift: Shift;
  /** Limits that the assignment goes beyond; empty when there are none. */
  warnings: Array<AssignmentWarning>;
};

/** What came of assignShift: the payload, or why it was refused. */
export type AssignShiftResult = AssignShiftPayload | NotFound | InvalidInput | NotPermitted | NotPossibleNow | OverlapsOtherShift | NotQualified | ShiftAlreadyTaken | ShiftHasStarted;

/** The shift to cancel. */
export type CancelShiftInput = {
  /** Which shift. */
  id: Scalars['ID']['input'];
  /** Why, for those who look at it later, up to 1,000 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** It was done: the shift as it now is. */
export type CancelShiftPayload = {
  __typename: 'CancelShiftPayload';
  /** The shift as it now is. */
  shift: Shift;
};

/** What came of cancelShift: the payload, or why it was refused. */
export type CancelShiftResult = CancelShiftPayload | NotFound | InvalidInput | NotPermitted | NotPossibleNow;

/** The shift to take. */
export type ClaimShiftInput = {
  /** Which shift. */
  id: Scalars['ID']['input'];
};

/** It was done: the shift as it now is. */
export type ClaimShiftPayload = {
  __typename: 'ClaimShiftPayload';
  /** The shift as it now is. */
  shift: Shift;
};

/** What came of claimShift: the payload, or why it was refused. */
export type ClaimShiftResult = ClaimShiftPayload | NotFound | NotPossibleNow | ShiftAlreadyTaken | ShiftHasStarted | OverlapsOtherShift | NotQualified | TooLittleRest | TooManyHours;

/** The hours to confirm. */
export type ConfirmShiftInput = {
  /** Which shift. */
  id: Scalars['ID']['input'];
  /** How long was worked, breaks taken off, in minutes; as planned when left out. */
  workedMinutes?: InputMaybe<Scalars['Int']['input']>;
};

/** It was done: the shift as it now is. */
export type ConfirmShiftPayload = {
  __typename: 'ConfirmShiftPayload';
  /** The shift as it now is. */
  shift: Shift;
};

/** What came of confirmShift: the payload, or why it was refused. */
export type ConfirmShiftResult = ConfirmShiftPayload | NotFound | InvalidInput | NotPermitted | NotPossibleNow;

/** The shift to add. */
export type CreateShiftInput = {
  /** Where the work is. */
  facilityId: Scalars['ID']['input'];
  /** Who works it; open when left out. */
  agentId?: InputMaybe<Scalars['ID']['input']>;
  /** When the work starts. */
  startsAt: Scalars['DateTime']['input'];
  /** When the work ends: after the start, 24 hours later at most. */
  endsAt: Scalars['DateTime']['input'];
  /** What it is for. */
  kind?: ShiftKind;
  /** The code of the qualification it takes; none when left out. */
  qualification?: InputMaybe<Scalars['String']['input']>;
  /** The unpaid break within it, in minutes. */
  breakMinutes?: Scalars['Int']['input'];
  /** What whoever works it should know, up to 2,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** It was done: the shift as it now is. */
export type CreateShiftPayload = {
  __typename: 'CreateShiftPayload';
  /** The shift as it now is. */
  shift: Shift;
  /** Limits that the assignment goes beyond; empty when there are none. */
  warnings: Array<AssignmentWarning>;
};

/** What came of createShift: the payload, or why it was refused. */
export type CreateShiftResult = CreateShiftPayload | NotFound | InvalidInput | NotPermitted | NotPossibleNow | OverlapsOtherShift | NotQualified;

/** A place that needs people for shifts. */
export type Facility = {
  __typename: 'Facility';
  /** The id of the facility. */
  id: Scalars['ID']['output'];
  /** The name of the facility. */
  name: Scalars['String']['output'];
  /** The IANA time zone the facility keeps, for example Europe/London. */
  timeZone: Scalars['String']['output'];
  /** Where the facility is; null when it is not said. */
  address: Maybe<Scalars['String']['output']>;
  /** The organisation that runs the facility; null when it is no longer known. */
  organisation: Maybe<Organisation>;
  /** The shifts of the facility, as far as you may see them. */
  shifts: ShiftConnection;
};

/** A page of facilities, by the Relay cursor connections specification. */
export type FacilityConnection = {
  __typename: 'FacilityConnection';
  /** The facilities of this page, each with its cursor. */
  edges: Array<FacilityEdge>;
  /** The facilities of this page. */
  nodes: Array<Facility>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many facilities the list has in all, counted when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One of the facilities on a page, with its cursor. */
export type FacilityEdge = {
  __typename: 'FacilityEdge';
  /** The place of this node in the list, to continue from with after or before. */
  cursor: Scalars['String']['output'];
  /** The record itself. */
  node: Facility;
};

/** Which facilities to return; conditions that are given must all hold. */
export type FacilityFilter = {
  /** Part of the name, in any case. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Facilities that this organisation runs. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** Part of the name or of the address, in any case. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Facilities in this IANA time zone. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** Facilities of which you, as an agent, have said this. */
  myPreference?: InputMaybe<Preference>;
};

/** How facilities are ordered. */
export type FacilityOrder = {
  /** What to order by. */
  field: FacilityOrderField;
  /** Which way; ascending when left out. */
  direction?: SortDirection;
};

/** What facilities can be ordered by; equal values are ordered by id. */
export type FacilityOrderField =
  /** By name. */
  | 'NAME'
  /** By when the record was made. */
  | 'CREATED_AT';

/** The shift to give back. */
export type GiveBackShiftInput = {
  /** Which shift. */
  id: Scalars['ID']['input'];
};

/** It was done: the shift as it now is. */
export type GiveBackShiftPayload = {
  __typename: 'GiveBackShiftPayload';
  /** The shift as it now is. */
  shift: Shift;
};

/** What came of giveBackShift: the payload, or why it was refused. */
export type GiveBackShiftResult = GiveBackShiftPayload | NotFound | NotPossibleNow;

/** Refused: a value of the input does not hold. */
export type InvalidInput = Refusal & {
  __typename: 'InvalidInput';
  /** A sentence for the person who asked. */
  message: Scalars['String']['output'];
  /** The path of the input field that has to change, for example startsAt. */
  field: Scalars['String']['output'];
};

export type Mutation = {
  __typename: 'Mutation';
  /** Adds a shift: open, assigned when an agent is given, or a placeholder. */
  createShift: CreateShiftResult;
  /** Changes when a shift is, what it takes and what is noted of it; what is left out stays. */
  updateShift: UpdateShiftResult;
  /** Gives a shift to an agent. Limits of rest and hours that it goes beyond come back as warnings. */
  assignShift: AssignShiftResult;
  /** Takes a shift from its agent, so that it is open again. */
  unassignShift: UnassignShiftResult;
  /** Cancels a shift that has not started; support staff can cancel any that is not completed. */
  cancelShift: CancelShiftResult;
  /** Takes back that a shift was cancelled or, for support staff, that its hours were confirmed. */
  reopenShift: ReopenShiftResult;
  /** Confirms the hours of a shift that has ended. */
  confirmShift: ConfirmShiftResult;
  /** Takes an open shift, or one that another agent offers, for the agent who asks. Of many who ask at once one has it. */
  claimShift: ClaimShiftResult;
  /** Gives a shift back, so that it is open again: up to 24 hours before it starts, or as many as its qualification says. */
  giveBackShift: GiveBackShiftResult;
  /** Offers a shift to other agents, who can claim it; it stays yours until one does. */
  offerShift: OfferShiftResult;
  /** Takes back that a shift is offered. */
  withdrawShiftOffer: WithdrawShiftOfferResult;
};

/** Refused: there is no such record among those that you may see. */
export type NotFound = Refusal & {
  __typename: 'NotFound';
  /** A sentence for the person who asked. */
  message: Scalars['String']['output'];
  /** The id that was asked for. */
  id: Scalars['ID']['output'];
};

/** Refused: the record is yours to see, but this change of it is not yours to make. */
export type NotPermitted = Refusal & {
  __typename: 'NotPermitted';
  /** A sentence for the person who asked, naming who may. */
  message: Scalars['String']['output'];
};

/** Refused: the record is not in a state for this, or it is too early or too late. */
export type NotPossibleNow = Refusal & {
  __typename: 'NotPossibleNow';
  /** A sentence for the person who asked, saying what stands in the way and what is possible instead. */
  message: Scalars['String']['output'];
};

/** Refused: the agent does not hold the qualification that the shift takes, or no longer does on that day. */
export type NotQualified = Refusal & {
  __typename: 'NotQualified';
  /** A sentence for the person who asked, naming the qualification. */
  message: Scalars['String']['output'];
  /** The qualification that is missing. */
  qualification: Qualification;
};

/** The shift to offer. */
export type OfferShiftInput = {
  /** Which shift. */
  id: Scalars['ID']['input'];
};

/** It was done: the shift as it now is. */
export type OfferShiftPayload = {
  __typename: 'OfferShiftPayload';
  /** The shift as it now is. */
  shift: Shift;
};

/** What came of offerShift: the payload, or why it was refused. */
export type OfferShiftResult = OfferShiftPayload | NotFound | NotPossibleNow;

/** An institution that takes part. */
export type Organisation = {
  __typename: 'Organisation';
  /** The id of the organisation, the same in every domain. */
  id: Scalars['ID']['output'];
  /** What kind of organisation it is. */
  kind: OrganisationKind;
  /** The name of the organisation. */
  name: Scalars['String']['output'];
  /** The facilities that the organisation runs, as far as you may see them. */
  facilities: Maybe<FacilityConnection>;
};

/** A page of organisations, by the Relay cursor connections specification. */
export type OrganisationConnection = {
  __typename: 'OrganisationConnection';
  /** The organisations of this page, each with its cursor. */
  edges: Array<OrganisationEdge>;
  /** The organisations of this page. */
  nodes: Array<Organisation>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many organisations the list has in all, counted when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** One of the organisations on a page, with its cursor. */
export type OrganisationEdge = {
  __typename: 'OrganisationEdge';
  /** The place of this node in the list, to continue from with after or before. */
  cursor: Scalars['String']['output'];
  /** The record itself. */
  node: Organisation;
};

/** Which organisations to return; conditions that are given must all hold. */
export type OrganisationFilter = {
  /** Part of the name, in any case. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Organisations of this kind. */
  kind?: InputMaybe<OrganisationKind>;
};

/** The kinds of organisation. */
export type OrganisationKind =
  /** Runs places that need people for shifts. */
  | 'FACILITY'
  /** The company that runs the platform. */
  | 'COMPANY'
  /** A local authority that exchanges files. */
  | 'AUTHORITY'
  /** A partner that reads by machine. */
  | 'PARTNER'
  /** An institute that trains people. */
  | 'INSTITUTE';

/** How organisations are ordered. */
export type OrganisationOrder = {
  /** What to order by. */
  field: OrganisationOrderField;
  /** Which way; ascending when left out. */
  direction?: SortDirection;
};

/** What organisations can be ordered by; equal values are ordered by id. */
export type OrganisationOrderField =
  /** By name. */
  | 'NAME'
  /** By when the record was made. */
  | 'CREATED_AT';

/** Refused: the agent has another shift at that time. */
export type OverlapsOtherShift = Refusal & {
  __typename: 'OverlapsOtherShift';
  /** A sentence for the person who asked, naming the other shift where you may see it. */
  message: Scalars['String']['output'];
  /** The other shift; null when you may not see it. */
  otherShift: Maybe<Shift>;
};

/** Where a page of a connection stands in its list, by the Relay cursor connections specification. */
export type PageInfo = {
  __typename: 'PageInfo';
  /** Whether more nodes follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether nodes precede this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first node of this page; null when the page is empty. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** The cursor of the last node of this page; null when the page is empty. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/** A human being known to the institute. */
export type Person = {
  __typename: 'Person';
  /** The id of the person, the same in every domain. */
  id: Scalars['ID']['output'];
  /** The name the person is shown by. */
  name: Scalars['String']['output'];
  /** The person as an agent who works shifts; null when the person is none, or none that you may see. */
  agent: Maybe<Agent>;
};

/** How much an agent likes to work somewhere. */
export type Preference =
  /** The agent likes to work there. */
  | 'PREFERRED'
  /** The agent does not mind. */
  | 'NEUTRAL'
  /** The agent would rather not work there. */
  | 'AVOID';

/** A qualification of the reference data; one that was stored and is gone from it still has a name. */
export type Qualification = {
  __typename: 'Qualification';
  /** The code it is stored by, for example nursing.registered. */
  code: Scalars['String']['output'];
  /** The name that people read; the code when it is no longer in use. */
  displayName: Scalars['String']['output'];
  /** The qualifications it stands under, the outermost first. Whoever holds this one holds those as well. */
  parents: Array<Qualification>;
  /** Whether it is still in use. */
  isKnown: Scalars['Boolean']['output'];
  /** The hours without work that it asks for between two shifts. */
  restHours: Scalars['Float']['output'];
  /** The hours of work in one week, Monday to Sunday, that it allows. */
  weeklyHours: Scalars['Float']['output'];
  /** The hours before its start up to which an agent may give back a shift that takes it. */
  giveBackHours: Scalars['Float']['output'];
};

export type Query = {
  __typename: 'Query';
  /** The person who asks; null when a machine asks for whom no person stands. */
  me: Maybe<Person>;
  /** A person by id; null when there is none that you may see. */
  person: Maybe<Person>;
  /** An organisation by id; null when there is none that you may see. */
  organisation: Maybe<Organisation>;
  /** The organisations that take part. */
  organisations: Maybe<OrganisationConnection>;
  /** A facility by id; null when there is none that you may see. */
  facility: Maybe<Facility>;
  /** The facilities that you may see. */
  facilities: Maybe<FacilityConnection>;
  /** An agent by id; null when there is none that you may see. */
  agent: Maybe<Agent>;
  /** The agents that you may see. */
  agents: Maybe<AgentConnection>;
  /** A shift by id; null when there is none that you may see. */
  shift: Maybe<Shift>;
  /** The shifts that you may see. */
  shifts: Maybe<ShiftConnection>;
  /** The qualifications that agents can hold and shifts can need, parents before their children. */
  qualifications: Maybe<Array<Qualification>>;
};

/** A mutation that was understood but not carried out, with the reason and what to do next. */
export type Refusal = {
  /** A sentence for the person who asked, saying what was refused, why, and what to do next. */
  message: Scalars['String']['output'];
};

/** The shift to bring back. */
export type ReopenShiftInput = {
  /** Which shift. */
  id: Scalars['ID']['input'];
  /** Whether the agent who had it has it again. */
  keepAgent?: Scalars['Boolean']['input'];
};

/** It was done: the shift as it now is. */
export type ReopenShiftPayload = {
  __typename: 'ReopenShiftPayload';
  /** The shift as it now is. */
  shift: Shift;
  /** Limits that the assignment goes beyond; empty when there are none. */
  warnings: Array<AssignmentWarning>;
};

/** What came of reopenShift: the payload, or why it was refused. */
export type ReopenShiftResult = ReopenShiftPayload | NotFound | InvalidInput | NotPermitted | NotPossibleNow | OverlapsOtherShift | NotQualified;

/** Work at a facility from a start to an end, open or assigned to one agent; or a slot blocked on purpose. */
export type Shift = {
  __typename: 'Shift';
  /** The id of the shift. */
  id: Scalars['ID']['output'];
  /** Where the work is. */
  facility: Facility;
  /** Who has the shift; null when nobody has, or none that you may see. */
  agent: Maybe<Agent>;
  /** What the shift is for. */
  kind: ShiftKind;
  /** The qualification it takes; null when it takes none. */
  qualification: Maybe<Qualification>;
  /** When the work starts. */
  startsAt: Scalars['DateTime']['output'];
  /** When the work ends. */
  endsAt: Scalars['DateTime']['output'];
  /** The day it starts on by the facility's clocks. */
  startsOn: Scalars['LocalDate']['output'];
  /** The unpaid break within the shift, in minutes. */
  breakMinutes: Scalars['Int']['output'];
  /** How long the shift is planned to be, its break taken off, in minutes. */
  plannedMinutes: Scalars['Int']['output'];
  /** How long was worked, breaks taken off, in minutes; null until the hours are confirmed. */
  workedMinutes: Maybe<Scalars['Int']['output']>;
  /** What whoever works the shift should know; null when there is nothing. */
  note: Maybe<Scalars['String']['output']>;
  /** Where the shift stands. */
  status: ShiftStatus;
  /** Why the shift was cancelled; null when it was not, or nobody said. */
  cancellationReason: Maybe<Scalars['String']['output']>;
  /** Since when its agent offers the shift to others; null when it is not offered. */
  offeredAt: Maybe<Scalars['DateTime']['output']>;
  /** How often the shift has changed. Send it with a change to be told when others were faster. */
  revision: Scalars['Int']['output'];
};

/** Refused: somebody else has the shift. */
export type ShiftAlreadyTaken = Refusal & {
  __typename: 'ShiftAlreadyTaken';
  /** A sentence for the person who asked. */
  message: Scalars['String']['output'];
};

/** A page of shifts, by the Relay cursor connections specification. */
export type ShiftConnection = {
  __typename: 'ShiftConnection';
  /** The shifts of this page, each with its cursor. */
  edges: Array<ShiftEdge>;
  /** The shifts of this page. */
  nodes: Array<Shift>;
  /** Where this page stands in the list. */
  pageInfo: PageInfo;
  /** How many shifts the list has in all, counted when asked for. */
  totalCount: Scalars['Int']['output'];
  /** Hours and counts of all shifts of the list, whatever the page. */
  totals: ShiftTotals;
};

/** One of the shifts on a page, with its cursor. */
export type ShiftEdge = {
  __typename: 'ShiftEdge';
  /** The place of this node in the list, to continue from with after or before. */
  cursor: Scalars['String']['output'];
  /** The record itself. */
  node: Shift;
};

/** Which shifts to return; conditions that are given must all hold. */
export type ShiftFilter = {
  /** Shifts at this facility. */
  facilityId?: InputMaybe<Scalars['ID']['input']>;
  /** Shifts of this agent. */
  agentId?: InputMaybe<Scalars['ID']['input']>;
  /** Shifts at facilities that this organisation runs. */
  organisationId?: InputMaybe<Scalars['ID']['input']>;
  /** Shifts that stand at one of these. */
  status?: InputMaybe<Array<ShiftStatus>>;
  /** Shifts of this kind. */
  kind?: InputMaybe<ShiftKind>;
  /** Shifts that nobody has yet; placeholders are not among them. */
  openOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether its agent offers the shift to others. */
  offered?: InputMaybe<Scalars['Boolean']['input']>;
  /** Shifts that take this qualification, or one that stands under it, by its code. */
  qualification?: InputMaybe<Scalars['String']['input']>;
  /** Shifts that start on this day or later, by their facility's clocks. */
  from?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Shifts that start on this day or earlier, by their facility's clocks. */
  to?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Shifts that start at this instant or later. */
  startsFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Shifts that start before this instant. */
  startsBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Coming shifts that this agent could have: open or offered by another, with a qualification the agent holds, and free of overlaps as far as you can see. */
  claimableBy?: InputMaybe<Scalars['ID']['input']>;
  /** Shifts at facilities of which you, as an agent, have said this. */
  myPreference?: InputMaybe<Preference>;
  /** Leave out shifts at facilities where you, as an agent, have said you would rather not work. */
  withoutAvoided?: InputMaybe<Scalars['Boolean']['input']>;
  /** Part of the note or of the name of the facility, in any case. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** Refused: the shift has started already. */
export type ShiftHasStarted = Refusal & {
  __typename: 'ShiftHasStarted';
  /** A sentence for the person who asked, saying when it started. */
  message: Scalars['String']['output'];
};

/** What a shift is for. */
export type ShiftKind =
  /** Work that an agent does. */
  | 'WORK'
  /** A slot that is blocked on purpose: it is shown in the plan, and nobody can have it. */
  | 'PLACEHOLDER';

/** How shifts are ordered. */
export type ShiftOrder = {
  /** What to order by. */
  field: ShiftOrderField;
  /** Which way; ascending when left out. */
  direction?: SortDirection;
};

/** What shifts can be ordered by; equal values are ordered by id. */
export type ShiftOrderField =
  /** By when they start. */
  | 'STARTS_AT'
  /** By when they end. */
  | 'ENDS_AT'
  /** By when the record was made. */
  | 'CREATED_AT';

/** Where a shift stands. */
export type ShiftStatus =
  /** Nobody has the shift yet. */
  | 'OPEN'
  /** An agent has the shift. */
  | 'ASSIGNED'
  /** The shift does not take place. */
  | 'CANCELLED'
  /** The shift was worked. */
  | 'COMPLETED';

/** Hours and counts of a list of shifts. Placeholders are counted apart, and count nowhere else. */
export type ShiftTotals = {
  __typename: 'ShiftTotals';
  /** The planned minutes of the shifts that are not cancelled, breaks taken off. */
  plannedMinutes: Scalars['Int']['output'];
  /** The confirmed minutes of the shifts that were worked, breaks taken off. */
  workedMinutes: Scalars['Int']['output'];
  /** How many shifts are open. */
  open: Scalars['Int']['output'];
  /** How many shifts are assigned. */
  assigned: Scalars['Int']['output'];
  /** How many shifts are cancelled. */
  cancelled: Scalars['Int']['output'];
  /** How many shifts are completed. */
  completed: Scalars['Int']['output'];
  /** How many slots are blocked on purpose and not cancelled. */
  placeholders: Scalars['Int']['output'];
};

/** The direction of an order. */
export type SortDirection =
  /** Smallest, earliest or alphabetically first comes first. */
  | 'ASC'
  /** Largest, latest or alphabetically last comes first. */
  | 'DESC';

/** Refused: there is too little rest between this shift and another one. */
export type TooLittleRest = Refusal & {
  __typename: 'TooLittleRest';
  /** A sentence for the person who asked, naming the other shift and the hours in between. */
  message: Scalars['String']['output'];
  /** The other shift; null when you may not see it. */
  otherShift: Maybe<Shift>;
  /** The hours between the two shifts. */
  hours: Scalars['Float']['output'];
  /** The hours that have to be between them. */
  requiredHours: Scalars['Float']['output'];
};

/** Refused: with this shift the week would have too many hours. */
export type TooManyHours = Refusal & {
  __typename: 'TooManyHours';
  /** A sentence for the person who asked, naming the week and its hours. */
  message: Scalars['String']['output'];
  /** The hours of work that the week would have, Monday to Sunday. */
  hours: Scalars['Float']['output'];
  /** The hours of work that a week may have. */
  allowedHours: Scalars['Float']['output'];
};

/** The shift to take from its agent. */
export type UnassignShiftInput = {
  /** Which shift. */
  id: Scalars['ID']['input'];
};

/** It was done: the shift as it now is. */
export type UnassignShiftPayload = {
  __typename: 'UnassignShiftPayload';
  /** The shift as it now is. */
  shift: Shift;
};

/** What came of unassignShift: the payload, or why it was refused. */
export type UnassignShiftResult = UnassignShiftPayload | NotFound | InvalidInput | NotPermitted | NotPossibleNow;

/** What to change of a shift. */
export type UpdateShiftInput = {
  /** Which shift. */
  id: Scalars['ID']['input'];
  /** The revision that the change was made from; when given, the change is refused if the shift has changed since. */
  revision?: InputMaybe<Scalars['Int']['input']>;
  /** When the work starts. */
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When the work ends. */
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The code of the qualification it takes; null for none. */
  qualification?: InputMaybe<Scalars['String']['input']>;
  /** The unpaid break within it, in minutes. */
  breakMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** What whoever works it should know, up to 2,000 characters; null for nothing. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** It was done: the shift as it now is. */
export type UpdateShiftPayload = {
  __typename: 'UpdateShiftPayload';
  /** The shift as it now is. */
  shift: Shift;
  /** Limits that the assignment goes beyond; empty when there are none. */
  warnings: Array<AssignmentWarning>;
};

/** What came of updateShift: the payload, or why it was refused. */
export type UpdateShiftResult = UpdateShiftPayload | NotFound | InvalidInput | NotPermitted | NotPossibleNow | OverlapsOtherShift | NotQualified;

/** The shift whose offer to take back. */
export type WithdrawShiftOfferInput = {
  /** Which shift. */
  id: Scalars['ID']['input'];
};

/** It was done: the shift as it now is. */
export type WithdrawShiftOfferPayload = {
  __typename: 'WithdrawShiftOfferPayload';
  /** The shift as it now is. */
  shift: Shift;
};

/** What came of withdrawShiftOffer: the payload, or why it was refused. */
export type WithdrawShiftOfferResult = WithdrawShiftOfferPayload | NotFound | NotPossibleNow;

/** What may be asked of Agent. */
export interface AgentSelection {
  __typename?: boolean;
  /** The id of the agent. */
  id?: boolean;
  /** Who the agent is; null when the person is no longer known. */
  person?: PersonSelection;
  /** Where the agent lives or likes to work; null when it is not said. */
  homeArea?: boolean;
  /** The qualifications that the agent states, in the order of their names. */
  qualifications?: AgentQualificationSelection;
  /** The shifts of the agent, as far as you may see them. */
  shifts?: ShiftConnectionSelection & {
    __args?: {
      /** How many to return from the start of the list, 100 at most; 20 when neither first nor last is given. */
      first?: InputMaybe<Scalars['Int']['input']>;
      /** Return what follows this cursor. */
      after?: InputMaybe<Scalars['String']['input']>;
      /** How many to return from the end of the list, 100 at most. */
      last?: InputMaybe<Scalars['Int']['input']>;
      /** Return what precedes this cursor. */
      before?: InputMaybe<Scalars['String']['input']>;
      /** Which to return; all that you may see when left out. */
      filter?: InputMaybe<ShiftFilter>;
      /** How to order them. */
      orderBy?: InputMaybe<ShiftOrder>;
    };
  };
}

/** What may be asked of AgentConnection. */
export interface AgentConnectionSelection {
  __typename?: boolean;
  /** The agents of this page, each with its cursor. */
  edges?: AgentEdgeSelection;
  /** The agents of this page. */
  nodes?: AgentSelection;
  /** Where this page stands in the list. */
  pageInfo?: PageInfoSelection;
  /** How many agents the list has in all, counted when asked for. */
  totalCount?: boolean;
}

/** What may be asked of AgentEdge. */
export interface AgentEdgeSelection {
  __typename?: boolean;
  /** The place of this node in the list, to continue from with after or before. */
  cursor?: boolean;
  /** The record itself. */
  node?: AgentSelection;
}

/** What may be asked of AgentQualification. */
export interface AgentQualificationSelection {
  __typename?: boolean;
  /** The id of the record. */
  id?: boolean;
  /** Which qualification it is. */
  qualification?: QualificationSelection;
  /** The last day it holds; null when it does not end. */
  expiresOn?: boolean;
  /** Whether it has ended, by the day in UTC. */
  isExpired?: boolean;
}

/** What may be asked of AssignmentWarning. */
export interface AssignmentWarningSelection {
  __typename?: boolean;
  /** Which limit it is. */
  kind?: boolean;
  /** A sentence for the person who asked. */
  message?: boolean;
}

/** What may be asked of AssignShiftPayload. */
export interface AssignShiftPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
  /** Limits that the assignment goes beyond; empty when there are none. */
  warnings?: AssignmentWarningSelection;
}

/** What may be asked of AssignShiftResult. */
export interface AssignShiftResultSelection {
  __typename?: boolean;
  '... on AssignShiftPayload'?: AssignShiftPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on InvalidInput'?: InvalidInputSelection;
  '... on NotPermitted'?: NotPermittedSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on OverlapsOtherShift'?: OverlapsOtherShiftSelection;
  '... on NotQualified'?: NotQualifiedSelection;
  '... on ShiftAlreadyTaken'?: ShiftAlreadyTakenSelection;
  '... on ShiftHasStarted'?: ShiftHasStartedSelection;
  '... on Refusal'?: RefusalSelection;
}

/** What may be asked of CancelShiftPayload. */
export interface CancelShiftPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
}

/** What may be asked of CancelShiftResult. */
export interface CancelShiftResultSelection {
  __typename?: boolean;
  '... on CancelShiftPayload'?: CancelShiftPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on InvalidInput'?: InvalidInputSelection;
  '... on NotPermitted'?: NotPermittedSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on Refusal'?: RefusalSelection;
}

/** What may be asked of ClaimShiftPayload. */
export interface ClaimShiftPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
}

/** What may be asked of ClaimShiftResult. */
export interface ClaimShiftResultSelection {
  __typename?: boolean;
  '... on ClaimShiftPayload'?: ClaimShiftPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on ShiftAlreadyTaken'?: ShiftAlreadyTakenSelection;
  '... on ShiftHasStarted'?: ShiftHasStartedSelection;
  '... on OverlapsOtherShift'?: OverlapsOtherShiftSelection;
  '... on NotQualified'?: NotQualifiedSelection;
  '... on TooLittleRest'?: TooLittleRestSelection;
  '... on TooManyHours'?: TooManyHoursSelection;
  '... on Refusal'?: RefusalSelection;
}

/** What may be asked of ConfirmShiftPayload. */
export interface ConfirmShiftPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
}

/** What may be asked of ConfirmShiftResult. */
export interface ConfirmShiftResultSelection {
  __typename?: boolean;
  '... on ConfirmShiftPayload'?: ConfirmShiftPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on InvalidInput'?: InvalidInputSelection;
  '... on NotPermitted'?: NotPermittedSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on Refusal'?: RefusalSelection;
}

/** What may be asked of CreateShiftPayload. */
export interface CreateShiftPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
  /** Limits that the assignment goes beyond; empty when there are none. */
  warnings?: AssignmentWarningSelection;
}

/** What may be asked of CreateShiftResult. */
export interface CreateShiftResultSelection {
  __typename?: boolean;
  '... on CreateShiftPayload'?: CreateShiftPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on InvalidInput'?: InvalidInputSelection;
  '... on NotPermitted'?: NotPermittedSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on OverlapsOtherShift'?: OverlapsOtherShiftSelection;
  '... on NotQualified'?: NotQualifiedSelection;
  '... on Refusal'?: RefusalSelection;
}

/** What may be asked of Facility. */
export interface FacilitySelection {
  __typename?: boolean;
  /** The id of the facility. */
  id?: boolean;
  /** The name of the facility. */
  name?: boolean;
  /** The IANA time zone the facility keeps, for example Europe/London. */
  timeZone?: boolean;
  /** Where the facility is; null when it is not said. */
  address?: boolean;
  /** The organisation that runs the facility; null when it is no longer known. */
  organisation?: OrganisationSelection;
  /** The shifts of the facility, as far as you may see them. */
  shifts?: ShiftConnectionSelection & {
    __args?: {
      /** How many to return from the start of the list, 100 at most; 20 when neither first nor last is given. */
      first?: InputMaybe<Scalars['Int']['input']>;
      /** Return what follows this cursor. */
      after?: InputMaybe<Scalars['String']['input']>;
      /** How many to return from the end of the list, 100 at most. */
      last?: InputMaybe<Scalars['Int']['input']>;
      /** Return what precedes this cursor. */
      before?: InputMaybe<Scalars['String']['input']>;
      /** Which to return; all that you may see when left out. */
      filter?: InputMaybe<ShiftFilter>;
      /** How to order them. */
      orderBy?: InputMaybe<ShiftOrder>;
    };
  };
}

/** What may be asked of FacilityConnection. */
export interface FacilityConnectionSelection {
  __typename?: boolean;
  /** The facilities of this page, each with its cursor. */
  edges?: FacilityEdgeSelection;
  /** The facilities of this page. */
  nodes?: FacilitySelection;
  /** Where this page stands in the list. */
  pageInfo?: PageInfoSelection;
  /** How many facilities the list has in all, counted when asked for. */
  totalCount?: boolean;
}

/** What may be asked of FacilityEdge. */
export interface FacilityEdgeSelection {
  __typename?: boolean;
  /** The place of this node in the list, to continue from with after or before. */
  cursor?: boolean;
  /** The record itself. */
  node?: FacilitySelection;
}

/** What may be asked of GiveBackShiftPayload. */
export interface GiveBackShiftPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
}

/** What may be asked of GiveBackShiftResult. */
export interface GiveBackShiftResultSelection {
  __typename?: boolean;
  '... on GiveBackShiftPayload'?: GiveBackShiftPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on Refusal'?: RefusalSelection;
}

/** What may be asked of InvalidInput. */
export interface InvalidInputSelection {
  __typename?: boolean;
  /** A sentence for the person who asked. */
  message?: boolean;
  /** The path of the input field that has to change, for example startsAt. */
  field?: boolean;
}

/** What may be asked of Mutation. */
export interface MutationSelection {
  __typename?: boolean;
  /** Adds a shift: open, assigned when an agent is given, or a placeholder. */
  createShift?: CreateShiftResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: CreateShiftInput;
    };
  };
  /** Changes when a shift is, what it takes and what is noted of it; what is left out stays. */
  updateShift?: UpdateShiftResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: UpdateShiftInput;
    };
  };
  /** Gives a shift to an agent. Limits of rest and hours that it goes beyond come back as warnings. */
  assignShift?: AssignShiftResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: AssignShiftInput;
    };
  };
  /** Takes a shift from its agent, so that it is open again. */
  unassignShift?: UnassignShiftResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: UnassignShiftInput;
    };
  };
  /** Cancels a shift that has not started; support staff can cancel any that is not completed. */
  cancelShift?: CancelShiftResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: CancelShiftInput;
    };
  };
  /** Takes back that a shift was cancelled or, for support staff, that its hours were confirmed. */
  reopenShift?: ReopenShiftResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: ReopenShiftInput;
    };
  };
  /** Confirms the hours of a shift that has ended. */
  confirmShift?: ConfirmShiftResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: ConfirmShiftInput;
    };
  };
  /** Takes an open shift, or one that another agent offers, for the agent who asks. Of many who ask at once one has it. */
  claimShift?: ClaimShiftResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: ClaimShiftInput;
    };
  };
  /** Gives a shift back, so that it is open again: up to 24 hours before it starts, or as many as its qualification says. */
  giveBackShift?: GiveBackShiftResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: GiveBackShiftInput;
    };
  };
  /** Offers a shift to other agents, who can claim it; it stays yours until one does. */
  offerShift?: OfferShiftResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: OfferShiftInput;
    };
  };
  /** Takes back that a shift is offered. */
  withdrawShiftOffer?: WithdrawShiftOfferResultSelection & {
    __args: {
      /** What to do, in one object. */
      input: WithdrawShiftOfferInput;
    };
  };
}

/** What may be asked of NotFound. */
export interface NotFoundSelection {
  __typename?: boolean;
  /** A sentence for the person who asked. */
  message?: boolean;
  /** The id that was asked for. */
  id?: boolean;
}

/** What may be asked of NotPermitted. */
export interface NotPermittedSelection {
  __typename?: boolean;
  /** A sentence for the person who asked, naming who may. */
  message?: boolean;
}

/** What may be asked of NotPossibleNow. */
export interface NotPossibleNowSelection {
  __typename?: boolean;
  /** A sentence for the person who asked, saying what stands in the way and what is possible instead. */
  message?: boolean;
}

/** What may be asked of NotQualified. */
export interface NotQualifiedSelection {
  __typename?: boolean;
  /** A sentence for the person who asked, naming the qualification. */
  message?: boolean;
  /** The qualification that is missing. */
  qualification?: QualificationSelection;
}

/** What may be asked of OfferShiftPayload. */
export interface OfferShiftPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
}

/** What may be asked of OfferShiftResult. */
export interface OfferShiftResultSelection {
  __typename?: boolean;
  '... on OfferShiftPayload'?: OfferShiftPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on Refusal'?: RefusalSelection;
}

/** What may be asked of Organisation. */
export interface OrganisationSelection {
  __typename?: boolean;
  /** The id of the organisation, the same in every domain. */
  id?: boolean;
  /** What kind of organisation it is. */
  kind?: boolean;
  /** The name of the organisation. */
  name?: boolean;
  /** The facilities that the organisation runs, as far as you may see them. */
  facilities?: FacilityConnectionSelection & {
    __args?: {
      /** How many to return from the start of the list, 100 at most; 20 when neither first nor last is given. */
      first?: InputMaybe<Scalars['Int']['input']>;
      /** Return what follows this cursor. */
      after?: InputMaybe<Scalars['String']['input']>;
      /** How many to return from the end of the list, 100 at most. */
      last?: InputMaybe<Scalars['Int']['input']>;
      /** Return what precedes this cursor. */
      before?: InputMaybe<Scalars['String']['input']>;
      /** Which to return; all that you may see when left out. */
      filter?: InputMaybe<FacilityFilter>;
      /** How to order them. */
      orderBy?: InputMaybe<FacilityOrder>;
    };
  };
}

/** What may be asked of OrganisationConnection. */
export interface OrganisationConnectionSelection {
  __typename?: boolean;
  /** The organisations of this page, each with its cursor. */
  edges?: OrganisationEdgeSelection;
  /** The organisations of this page. */
  nodes?: OrganisationSelection;
  /** Where this page stands in the list. */
  pageInfo?: PageInfoSelection;
  /** How many organisations the list has in all, counted when asked for. */
  totalCount?: boolean;
}

/** What may be asked of OrganisationEdge. */
export interface OrganisationEdgeSelection {
  __typename?: boolean;
  /** The place of this node in the list, to continue from with after or before. */
  cursor?: boolean;
  /** The record itself. */
  node?: OrganisationSelection;
}

/** What may be asked of OverlapsOtherShift. */
export interface OverlapsOtherShiftSelection {
  __typename?: boolean;
  /** A sentence for the person who asked, naming the other shift where you may see it. */
  message?: boolean;
  /** The other shift; null when you may not see it. */
  otherShift?: ShiftSelection;
}

/** What may be asked of PageInfo. */
export interface PageInfoSelection {
  __typename?: boolean;
  /** Whether more nodes follow this page. */
  hasNextPage?: boolean;
  /** Whether nodes precede this page. */
  hasPreviousPage?: boolean;
  /** The cursor of the first node of this page; null when the page is empty. */
  startCursor?: boolean;
  /** The cursor of the last node of this page; null when the page is empty. */
  endCursor?: boolean;
}

/** What may be asked of Person. */
export interface PersonSelection {
  __typename?: boolean;
  /** The id of the person, the same in every domain. */
  id?: boolean;
  /** The name the person is shown by. */
  name?: boolean;
  /** The person as an agent who works shifts; null when the person is none, or none that you may see. */
  agent?: AgentSelection;
}

/** What may be asked of Qualification. */
export interface QualificationSelection {
  __typename?: boolean;
  /** The code it is stored by, for example nursing.registered. */
  code?: boolean;
  /** The name that people read; the code when it is no longer in use. */
  displayName?: boolean;
  /** The qualifications it stands under, the outermost first. Whoever holds this one holds those as well. */
  parents?: QualificationSelection;
  /** Whether it is still in use. */
  isKnown?: boolean;
  /** The hours without work that it asks for between two shifts. */
  restHours?: boolean;
  /** The hours of work in one week, Monday to Sunday, that it allows. */
  weeklyHours?: boolean;
  /** The hours before its start up to which an agent may give back a shift that takes it. */
  giveBackHours?: boolean;
}

/** What may be asked of Query. */
export interface QuerySelection {
  __typename?: boolean;
  /** The person who asks; null when a machine asks for whom no person stands. */
  me?: PersonSelection;
  /** A person by id; null when there is none that you may see. */
  person?: PersonSelection & {
    __args: {
      /** The id of the record. */
      id: Scalars['ID']['input'];
    };
  };
  /** An organisation by id; null when there is none that you may see. */
  organisation?: OrganisationSelection & {
    __args: {
      /** The id of the record. */
      id: Scalars['ID']['input'];
    };
  };
  /** The organisations that take part. */
  organisations?: OrganisationConnectionSelection & {
    __args?: {
      /** How many to return from the start of the list, 100 at most; 20 when neither first nor last is given. */
      first?: InputMaybe<Scalars['Int']['input']>;
      /** Return what follows this cursor. */
      after?: InputMaybe<Scalars['String']['input']>;
      /** How many to return from the end of the list, 100 at most. */
      last?: InputMaybe<Scalars['Int']['input']>;
      /** Return what precedes this cursor. */
      before?: InputMaybe<Scalars['String']['input']>;
      /** Which to return; all that you may see when left out. */
      filter?: InputMaybe<OrganisationFilter>;
      /** How to order them. */
      orderBy?: InputMaybe<OrganisationOrder>;
    };
  };
  /** A facility by id; null when there is none that you may see. */
  facility?: FacilitySelection & {
    __args: {
      /** The id of the record. */
      id: Scalars['ID']['input'];
    };
  };
  /** The facilities that you may see. */
  facilities?: FacilityConnectionSelection & {
    __args?: {
      /** How many to return from the start of the list, 100 at most; 20 when neither first nor last is given. */
      first?: InputMaybe<Scalars['Int']['input']>;
      /** Return what follows this cursor. */
      after?: InputMaybe<Scalars['String']['input']>;
      /** How many to return from the end of the list, 100 at most. */
      last?: InputMaybe<Scalars['Int']['input']>;
      /** Return what precedes this cursor. */
      before?: InputMaybe<Scalars['String']['input']>;
      /** Which to return; all that you may see when left out. */
      filter?: InputMaybe<FacilityFilter>;
      /** How to order them. */
      orderBy?: InputMaybe<FacilityOrder>;
    };
  };
  /** An agent by id; null when there is none that you may see. */
  agent?: AgentSelection & {
    __args: {
      /** The id of the record. */
      id: Scalars['ID']['input'];
    };
  };
  /** The agents that you may see. */
  agents?: AgentConnectionSelection & {
    __args?: {
      /** How many to return from the start of the list, 100 at most; 20 when neither first nor last is given. */
      first?: InputMaybe<Scalars['Int']['input']>;
      /** Return what follows this cursor. */
      after?: InputMaybe<Scalars['String']['input']>;
      /** How many to return from the end of the list, 100 at most. */
      last?: InputMaybe<Scalars['Int']['input']>;
      /** Return what precedes this cursor. */
      before?: InputMaybe<Scalars['String']['input']>;
      /** Which to return; all that you may see when left out. */
      filter?: InputMaybe<AgentFilter>;
      /** How to order them. */
      orderBy?: InputMaybe<AgentOrder>;
    };
  };
  /** A shift by id; null when there is none that you may see. */
  shift?: ShiftSelection & {
    __args: {
      /** The id of the record. */
      id: Scalars['ID']['input'];
    };
  };
  /** The shifts that you may see. */
  shifts?: ShiftConnectionSelection & {
    __args?: {
      /** How many to return from the start of the list, 100 at most; 20 when neither first nor last is given. */
      first?: InputMaybe<Scalars['Int']['input']>;
      /** Return what follows this cursor. */
      after?: InputMaybe<Scalars['String']['input']>;
      /** How many to return from the end of the list, 100 at most. */
      last?: InputMaybe<Scalars['Int']['input']>;
      /** Return what precedes this cursor. */
      before?: InputMaybe<Scalars['String']['input']>;
      /** Which to return; all that you may see when left out. */
      filter?: InputMaybe<ShiftFilter>;
      /** How to order them. */
      orderBy?: InputMaybe<ShiftOrder>;
    };
  };
  /** The qualifications that agents can hold and shifts can need, parents before their children. */
  qualifications?: QualificationSelection;
}

/** What may be asked of Refusal. */
export interface RefusalSelection {
  __typename?: boolean;
  /** A sentence for the person who asked, saying what was refused, why, and what to do next. */
  message?: boolean;
  '... on InvalidInput'?: InvalidInputSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on NotPermitted'?: NotPermittedSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on NotQualified'?: NotQualifiedSelection;
  '... on OverlapsOtherShift'?: OverlapsOtherShiftSelection;
  '... on ShiftAlreadyTaken'?: ShiftAlreadyTakenSelection;
  '... on ShiftHasStarted'?: ShiftHasStartedSelection;
  '... on TooLittleRest'?: TooLittleRestSelection;
  '... on TooManyHours'?: TooManyHoursSelection;
}

/** What may be asked of ReopenShiftPayload. */
export interface ReopenShiftPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
  /** Limits that the assignment goes beyond; empty when there are none. */
  warnings?: AssignmentWarningSelection;
}

/** What may be asked of ReopenShiftResult. */
export interface ReopenShiftResultSelection {
  __typename?: boolean;
  '... on ReopenShiftPayload'?: ReopenShiftPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on InvalidInput'?: InvalidInputSelection;
  '... on NotPermitted'?: NotPermittedSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on OverlapsOtherShift'?: OverlapsOtherShiftSelection;
  '... on NotQualified'?: NotQualifiedSelection;
  '... on Refusal'?: RefusalSelection;
}

/** What may be asked of Shift. */
export interface ShiftSelection {
  __typename?: boolean;
  /** The id of the shift. */
  id?: boolean;
  /** Where the work is. */
  facility?: FacilitySelection;
  /** Who has the shift; null when nobody has, or none that you may see. */
  agent?: AgentSelection;
  /** What the shift is for. */
  kind?: boolean;
  /** The qualification it takes; null when it takes none. */
  qualification?: QualificationSelection;
  /** When the work starts. */
  startsAt?: boolean;
  /** When the work ends. */
  endsAt?: boolean;
  /** The day it starts on by the facility's clocks. */
  startsOn?: boolean;
  /** The unpaid break within the shift, in minutes. */
  breakMinutes?: boolean;
  /** How long the shift is planned to be, its break taken off, in minutes. */
  plannedMinutes?: boolean;
  /** How long was worked, breaks taken off, in minutes; null until the hours are confirmed. */
  workedMinutes?: boolean;
  /** What whoever works the shift should know; null when there is nothing. */
  note?: boolean;
  /** Where the shift stands. */
  status?: boolean;
  /** Why the shift was cancelled; null when it was not, or nobody said. */
  cancellationReason?: boolean;
  /** Since when its agent offers the shift to others; null when it is not offered. */
  offeredAt?: boolean;
  /** How often the shift has changed. Send it with a change to be told when others were faster. */
  revision?: boolean;
}

/** What may be asked of ShiftAlreadyTaken. */
export interface ShiftAlreadyTakenSelection {
  __typename?: boolean;
  /** A sentence for the person who asked. */
  message?: boolean;
}

/** What may be asked of ShiftConnection. */
export interface ShiftConnectionSelection {
  __typename?: boolean;
  /** The shifts of this page, each with its cursor. */
  edges?: ShiftEdgeSelection;
  /** The shifts of this page. */
  nodes?: ShiftSelection;
  /** Where this page stands in the list. */
  pageInfo?: PageInfoSelection;
  /** How many shifts the list has in all, counted when asked for. */
  totalCount?: boolean;
  /** Hours and counts of all shifts of the list, whatever the page. */
  totals?: ShiftTotalsSelection;
}

/** What may be asked of ShiftEdge. */
export interface ShiftEdgeSelection {
  __typename?: boolean;
  /** The place of this node in the list, to continue from with after or before. */
  cursor?: boolean;
  /** The record itself. */
  node?: ShiftSelection;
}

/** What may be asked of ShiftHasStarted. */
export interface ShiftHasStartedSelection {
  __typename?: boolean;
  /** A sentence for the person who asked, saying when it started. */
  message?: boolean;
}

/** What may be asked of ShiftTotals. */
export interface ShiftTotalsSelection {
  __typename?: boolean;
  /** The planned minutes of the shifts that are not cancelled, breaks taken off. */
  plannedMinutes?: boolean;
  /** The confirmed minutes of the shifts that were worked, breaks taken off. */
  workedMinutes?: boolean;
  /** How many shifts are open. */
  open?: boolean;
  /** How many shifts are assigned. */
  assigned?: boolean;
  /** How many shifts are cancelled. */
  cancelled?: boolean;
  /** How many shifts are completed. */
  completed?: boolean;
  /** How many slots are blocked on purpose and not cancelled. */
  placeholders?: boolean;
}

/** What may be asked of TooLittleRest. */
export interface TooLittleRestSelection {
  __typename?: boolean;
  /** A sentence for the person who asked, naming the other shift and the hours in between. */
  message?: boolean;
  /** The other shift; null when you may not see it. */
  otherShift?: ShiftSelection;
  /** The hours between the two shifts. */
  hours?: boolean;
  /** The hours that have to be between them. */
  requiredHours?: boolean;
}

/** What may be asked of TooManyHours. */
export interface TooManyHoursSelection {
  __typename?: boolean;
  /** A sentence for the person who asked, naming the week and its hours. */
  message?: boolean;
  /** The hours of work that the week would have, Monday to Sunday. */
  hours?: boolean;
  /** The hours of work that a week may have. */
  allowedHours?: boolean;
}

/** What may be asked of UnassignShiftPayload. */
export interface UnassignShiftPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
}

/** What may be asked of UnassignShiftResult. */
export interface UnassignShiftResultSelection {
  __typename?: boolean;
  '... on UnassignShiftPayload'?: UnassignShiftPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on InvalidInput'?: InvalidInputSelection;
  '... on NotPermitted'?: NotPermittedSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on Refusal'?: RefusalSelection;
}

/** What may be asked of UpdateShiftPayload. */
export interface UpdateShiftPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
  /** Limits that the assignment goes beyond; empty when there are none. */
  warnings?: AssignmentWarningSelection;
}

/** What may be asked of UpdateShiftResult. */
export interface UpdateShiftResultSelection {
  __typename?: boolean;
  '... on UpdateShiftPayload'?: UpdateShiftPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on InvalidInput'?: InvalidInputSelection;
  '... on NotPermitted'?: NotPermittedSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on OverlapsOtherShift'?: OverlapsOtherShiftSelection;
  '... on NotQualified'?: NotQualifiedSelection;
  '... on Refusal'?: RefusalSelection;
}

/** What may be asked of WithdrawShiftOfferPayload. */
export interface WithdrawShiftOfferPayloadSelection {
  __typename?: boolean;
  /** The shift as it now is. */
  shift?: ShiftSelection;
}

/** What may be asked of WithdrawShiftOfferResult. */
export interface WithdrawShiftOfferResultSelection {
  __typename?: boolean;
  '... on WithdrawShiftOfferPayload'?: WithdrawShiftOfferPayloadSelection;
  '... on NotFound'?: NotFoundSelection;
  '... on NotPossibleNow'?: NotPossibleNowSelection;
  '... on Refusal'?: RefusalSelection;
}

/** The fields of interfaces, and the objects that can stand behind them. */
export type Interfaces = {
  Refusal: { fields: Refusal; objects: InvalidInput | NotFound | NotPermitted | NotPossibleNow | NotQualified | OverlapsOtherShift | ShiftAlreadyTaken | ShiftHasStarted | TooLittleRest | TooManyHours };
};
