import {
  type GraphQLArgument,
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
import { mayAsk } from './expectations.ts';

/** Values that arguments are drawn from: those that occur in the data, and some that do not. */
export interface ArgumentValues {
  id(random: RandomNumbers, field: string): string;
  cursor(random: RandomNumbers, connectionType: string): string | undefined;
  instant(random: RandomNumbers): string;
  text(random: RandomNumbers): string;
}

export interface RandomOperation {
  readonly document: string;
  readonly variables: Record<string, unknown>;
  /** The fields this persona may not ask for, as Type.field; those left out by a directive do not count. */
  readonly refused: readonly string[];
}

/**
 * A valid query of random fields, arguments, aliases, fragments and conditions. Four of five keep to what the
 * persona may ask for; the others take whatever comes.
 */
export function randomOperation(
  schema: GraphQLSchema,
  persona: Persona,
  values: ArgumentValues,
  random: RandomNumbers,
): RandomOperation {
  const within = random.chance(0.8);
  const fragments: string[] = [];
  const variables: Record<string, unknown> = {};
  const variableTypes: Record<string, string> = {};
  const refused = new Set<string>();
  let aliases = 0;

  const body = selectionSet(schema.getQueryType()!, 3, true);
  const declared = Object.entries(variableTypes).map(([name, type]) => `$${name}: ${type}`);
  const head = declared.length > 0 ? `query Random(${declared.join(', ')})` : 'query Random';
  return { document: [`${head} ${body}`, ...fragments].join('\n'), variables, refused: [...refused] };

  function variable(type: string, value: unknown): string {
    const name = `v${Object.keys(variables).length}`;
    variables[name] = value;
    variableTypes[name] = type;
    return `$${name}`;
  }

  /** @param counts Whether what stands here is part of the operation, not left out by a directive above. */
  function selectionSet(type: GraphQLObjectType, depth: number, counts: boolean): string {
    const usable = Object.values(type.getFields()).filter((field) => {
      const returned = getNamedType(field.type);
      if (isObjectType(returned) && depth === 0) return false;
      return !within || mayAsk(persona, type.name, field.name, returned.name);
    });
    if (usable.length === 0) return '{ __typename }';
    const isRoot = type === schema.getQueryType();
    const chosen = isRoot ? [random.pick(usable)] : random.some(usable, 0.5);
    if (isRoot && random.chance(0.2)) chosen.push(random.pick(usable));
    const selections = chosen.map((field) => selection(type, field, depth, counts));
    if (random.chance(0.1)) selections.push('__typename');
    return `{ ${selections.join(' ')} }`;
  }

  function selection(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
    counts: boolean,
  ): string {
    const { directive, included } = condition();
    const present = counts && included;
    const returned = getNamedType(field.type);
    if (present && !mayAsk(persona, type.name, field.name, returned.name)) {
      refused.add(`${type.name}.${field.name}`);
    }
    const args = argumentsOf(type, field);
    const aliased = args !== '' || random.chance(0.2) ? `a${aliases++}: ` : '';
    const plumbing = /(Connection|Edge|PageInfo)$/.test(returned.name);
    const below = isObjectType(returned)
      ? ` ${selectionSet(returned, plumbing ? Math.max(depth, 1) : depth - 1, present)}`
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

  function condition(): { directive: string; included: boolean } {
    if (!random.chance(0.08)) return { directive: '', included: true };
    const skip = random.chance(0.5);
    const value = random.chance(0.5);
    const text = random.chance(0.7) ? variable('Boolean!', value) : String(value);
    return { directive: `@${skip ? 'skip' : 'include'}(if: ${text})`, included: value !== skip };
  }

  function argumentsOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
    const byName = new Map(field.args.map((argument) => [argument.name, argument]));
    const written: string[] = [];
    const write = (argument: GraphQLArgument | undefined, value: unknown) => {
      if (argument && value !== undefined) {
        written.push(`${argument.name}: ${variable(String(argument.type), value)}`);
      }
    };
    if (byName.has('first')) {
      const backward = random.chance(0.25);
      // Pages stay small, so that an operation of several levels has hundreds of rows at most.
      if (random.chance(0.9)) write(byName.get(backward ? 'last' : 'first'), random.below(7));
      const connectionType = getNamedType(field.type).name;
      if (random.chance(0.15)) {
        write(byName.get(backward ? 'before' : 'after'), values.cursor(random, connectionType));
      } else {
        write(byName.get('filter'), optionalInput(byName.get('filter')));
        write(byName.get('orderBy'), optionalInput(byName.get('orderBy')));
      }
    } else {
      for (const argument of field.args) write(argument, valueOf(argument.type, argument.name, type.name));
    }
    return written.length > 0 ? `(${written.join(', ')})` : '';
  }

  function optionalInput(argument: GraphQLArgument | undefined): unknown {
    return argument && random.chance(0.3) ? valueOf(argument.type, argument.name, '') : undefined;
  }

  function valueOf(type: GraphQLInputType, name: string, within: string): unknown {
    if (isNonNullType(type)) return valueOf(type.ofType, name, within);
    if (isListType(type)) {
      return Array.from({ length: random.below(3) }, () => valueOf(type.ofType, name, within));
    }
    if (isEnumType(type)) return random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const object: Record<string, unknown> = {};
      for (const field of Object.values(type.getFields())) {
        if (isNonNullType(field.type) || random.chance(0.3)) {
          object[field.name] = valueOf(field.type, field.name, type.name);
        }
      }
      return object;
    }
    if (type.name === 'ID') return values.id(random, name);
    if (type.name === 'DateTime') return values.instant(random);
    return values.text(random);
  }
}
