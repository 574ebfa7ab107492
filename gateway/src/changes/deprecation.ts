import {
  type GraphQLSchema,
  Kind,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  visit,
} from 'graphql';

/** How a reason has to be written: what to use instead, then the day from which the element may go. */
const reasonForm = /^\S[^]*[.!?]\s+Goes on (\d{4}-\d{2}-\d{2})\.$/;

/** The day (`YYYY-MM-DD`) that a reason names; null when it names none, or one that no calendar has. */
export function goesOn(reason: string): string | null {
  const day = reasonForm.exec(reason)?.[1];
  if (day === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}

/**
 * The uses of `@deprecated` in a schema that do not tell their readers what to do and until when.
 *
 * @param typeDefs a subgraph's schema.
 * @returns one sentence for each, naming its place as `Type.element` or `Type.field.argument`.
 */
export function misreasonedDeprecations(typeDefs: string): string[] {
  const complaints: string[] = [];
  const document = parse(typeDefs);
  visit(document, {
    Directive(node, _key, _parent, _path, ancestors) {
      if (node.name.value !== 'deprecated') return;
      const value = node.arguments?.find(({ name }) => name.value === 'reason')?.value;
      const reason = value?.kind === Kind.STRING ? value.value : '';
      if (goesOn(reason) !== null) return;
      const coordinate = ancestors
        .flatMap((ancestor) => ('name' in ancestor && ancestor.name ? [ancestor.name.value] : []))
        .join('.');
      complaints.push(
        `${coordinate} is deprecated without saying what to use instead and until when it stays: write @deprecated(reason: "Use …. Goes on YYYY-MM-DD."), with a day that exists.`,
      );
    },
  });
  return complaints;
}

/** The reasons of everything deprecated in a schema, by coordinate. */
export function deprecationsOf(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  const read = (coordinate: string, { deprecationReason }: { deprecationReason?: string | null }) => {
    if (deprecationReason != null) reasons.set(coordinate, deprecationReason);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) for (const value of type.getValues()) read(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) read(`${type.name}.${field.name}`, field);
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      read(`${type.name}.${field.name}`, field);
      for (const argument of field.args) read(`${type.name}.${field.name}.${argument.name}`, argument);
    }
  }
  return reasons;
}

/**
 * Whether those who used what was removed had been told.
 *
 * @param reason why it was deprecated; undefined when it never was.
 * @param today as `YYYY-MM-DD`.
 */
export function describeRemoval(reason: string | undefined, today: string): string {
  if (reason === undefined) return 'It was never deprecated.';
  const day = goesOn(reason);
  if (day === null) return 'It was deprecated without a day.';
  if (day > today) return `It goes too early: it was promised until ${day}.`;
  return `It was deprecated until ${day}, which has passed.`;
}
