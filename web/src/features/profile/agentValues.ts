import type { AgentProfileFragment } from '../../../generated/graphql.ts';

/** An agent as their form has it: text, empty for nothing. The names are those of the mutation's input. */
export interface AgentValues {
  phone: string;
  homeArea: string;
}

export const agentLabels: Readonly<Record<keyof AgentValues, string>> = {
  phone: 'Phone',
  homeArea: 'Home area',
};

export const agentFieldNames = Object.keys(agentLabels) as (keyof AgentValues)[];

export function agentValues({ phone, homeArea }: AgentProfileFragment): AgentValues {
  return { phone: phone ?? '', homeArea: homeArea ?? '' };
}

/** What differs between two. */
export function changedFields(before: AgentValues, after: AgentValues): (keyof AgentValues)[] {
  return agentFieldNames.filter((name) => before[name] !== after[name]);
}
