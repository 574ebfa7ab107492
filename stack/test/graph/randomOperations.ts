import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { RandomNumbers } from './randomNumbers.ts';
import type { Persona } from './expectation.ts';
import { mayAsk, merged } from './expectations.ts';

const notCompared = merged('notCompared');

/** Values that arguments are drawn from: those that occur in the data, and some that do not. */
export interface ArgumentValues {
  id(random: RandomNumbers, field: string): string;
  cursor(random: RandomNumbers, connectionType: string): string | undefined;
  instant(random: RandomNumbers): string;
  text(random: RandomNumbers): string;
}

/** A document, and how its variables are drawn: every argument and some conditions are variables. */
export interface RandomDocument {
  readonly text: string;
  draw(random: RandomNumbers): Record<string, unknown>;
  /**
   * The fields that a persona may not ask for, as Type.field; those that the variables leave out do not count.
   */
  refused(persona: Persona, variables: Record<string, unknown>): string[];
}

/** Whether a field is part of the operation, by the variables. */
type Included = (variables: Record<string, unknown>) => boolean;

/**
 * A valid query of random fields, arguments, aliases, fragments and conditions, that the persona may ask.
 * Without a persona it takes whatever comes.
 */
export function randomDocument(
  schema: GraphQLSchema,
  persona: Persona | undefined,
  values: ArgumentValues,
  random: RandomNumbers,
): RandomDocument {
  const fragments: string[] = [];
  const variables = new Map<string, { type: string; draw: (random: RandomNumbers) => unknown }>();
  const fields: { type: string; field: string; returned: string; included: Included }[] = [];
  let aliases = 0;

  const body = selectionSet(schema.getQueryType()!, random.chance(0.5) ? 2 : 3, () => true);
  const declared = [...variables].map(([name, { type }]) => `$${name}: ${type}`);
  const head = declared.length > 0 ? `query Random(${declared.join(', ')})` : 'query Random';
  return {
    text: [`${head} ${body}`, ...fragments].join('\n'),
    draw: (random) => Object.fromEntries([...variables].map(([name, { draw }]) => [name, draw(random)])),
    refused: (persona, drawn) => {
      const refused = fields.filter(
        ({ type, field, returned, included }) => included(drawn) && !mayAsk(persona, type, field, returned),
      );
      return [...new Set(refused.map(({ type, field }) => `${type}.${field}`))];
    },
  };

  function variable(type: string, draw: (random: RandomNumbers) => unknown): string {
    const name = `v${variables.size}`;
    variables.set(name, { type, draw });
    return `$${name}`;
  }

  function selectionSet(type: GraphQLObjectType, depth: number, included: Included): string {
    const usable = Object.values(type.getFields()).filter((field) => {
      const returned = getNamedType(field.type);
      if (isObjectType(returned) && depth === 0) return false;
      if (`${type.name}.${field.name}` in notCompared) return false;
      return !persona || mayAsk(persona, type.name, field.name, returned.name);
    });
    if (usable.length === 0) return '{ __typename }';
    const isRoot = type === schema.getQueryType();
    const chosen = isRoot ? [random.pick(usable)] : random.some(usable, 0.4);
    if (isRoot && random.chance(0.2)) chosen.push(random.pick(usable));
    const selections = chosen.map((field) => selection(type, field, depth, included));
    if (random.chance(0.1)) selections.push('__typename');
    return `{ ${selections.join(' ')} }`;
  }

  function selection(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
    around: Included,
  ): string {
    const { directive, holds } = condition();
    const included: Included = (drawn) => around(drawn) && holds(drawn);
    const returned = getNamedType(field.type);
    fields.push({ type: type.name, field: field.name, returned: returned.name, included });
    const args = argumentsOf(field);
    const aliased = args !== '' || random.chance(0.2) ? `a${aliases++}: ` : '';
    const plumbing = /(Connection|Edge|PageInfo)$/.test(returned.name);
    const below = isObjectType(returned)
      ? ` ${selectionSet(returned, plumbing ? Math.max(depth, 1) : depth - 1, included)}`
      : '';
    const text = (directives: string) => `${aliased}${field.name}${args}${directives}${below}`;
    const form = random.next();
    if (form < 0.1) return `... on ${type.name} ${directive} { ${text('')} }`;
    if (form < 0.15) {
      const name = `F${fragments.length}`;
      fragments.push(`fragment ${name} on ${type.name} { ${text('')} }`);
      return `...${name} ${directive}`;
    }
    return text(` ${directive}`);
  }

  function condition(): { directive: string; holds: Included } {
    if (!random.chance(0.08)) return { directive: '', holds: () => true };
    const skip = random.chance(0.5);
    const write = (value: string) => `@${skip ? 'skip' : 'include'}(if: ${value})`;
    if (random.chance(0.3)) {
      const value = random.chance(0.5);
      return { directive: write(String(value)), holds: () => value !== skip };
    }
    const reference = variable('Boolean!', (random) => random.chance(0.5));
    return { directive: write(reference), holds: (drawn) => drawn[reference.slice(1)] !== skip };
  }

  function argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const byName = new Map(field.args.map((argument) => [argument.name, argument]));
    const written: string[] = [];
    const write = (name: string, draw: (random: RandomNumbers, type: GraphQLInputType) => unknown) => {
      const argument = byName.get(name);
      if (!argument) return;
      written.push(`${name}: ${variable(String(argument.type), (random) => draw(random, argument.type))}`);
    };
    if (byName.has('first')) {
      const backward = random.chance(0.25);
      // Pages stay small, so that an operation of several levels has hundreds of rows at most.
      write(backward ? 'last' : 'first', (random) => random.below(5));
      if (random.chance(0.2)) {
        const connectionType = getNamedType(field.type).name;
        write(backward ? 'before' : 'after', (random) => values.cursor(random, connectionType));
      } else if (random.chance(0.3)) {
        write('orderBy', (random, type) => valueOf(random, type, 'orderBy'));
      }
      if (random.chance(0.4)) write('filter', (random, type) => valueOf(random, type, 'filter'));
    } else {
      for (const { name } of field.args) write(name, (random, type) => valueOf(random, type, name));
    }
    return written.length > 0 ? `(${written.join(', ')})` : '';
  }

  function valueOf(random: RandomNumbers, type: GraphQLInputType, name: string): unknown {
    if (isNonNullType(type)) return valueOf(random, type.ofType, name);
    if (isListType(type)) {
      return Array.from({ length: random.below(3) }, () => valueOf(random, type.ofType, name));
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const given = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || random.chance(0.3),
      );
      return Object.fromEntries(given.map((field) => [field.name, valueOf(random, field.type, field.name)]));
    }
    if (type.name === 'ID') return values.id(random, name);
    if (type.name === 'DateTime') return values.instant(random);
    if (type.name === 'LocalDate') return values.instant(random).slice(0, 10);
    if (type.name === 'Int' || type.name === 'Float') return random.below(20);
    if (type.name === 'Boolean') return random.chance(0.5);
    return values.text(random);
  }
}
