/** What can be selected, by type: fields with the type that they return unless it is a leaf, and their arguments. */
export interface TypeMap {
  readonly [type: string]: {
    readonly isAbstract?: boolean;
    readonly fields: {
      readonly [field: string]: {
        readonly type?: string;
        readonly args?: { readonly [argument: string]: string };
      };
    };
  };
}

/** A GraphQL request as GraphQL over HTTP has it. */
export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

const fragment = /^\.\.\. on (\w+)$/;

/**
 * Writes a selection as a GraphQL operation. Arguments go as variables, so that the text is the same for all values.
 *
 * @param selection an object with the names of the fields wanted, `__args` beside them, and `"... on Type"`.
 * @param name the operation's name, by which it is found in logs.
 * @throws TypeError naming the field or argument that the contract does not have.
 */
export function writeOperation(
  typeMap: TypeMap,
  kind: 'query' | 'mutation',
  selection: object,
  name?: string,
): Operation {
  if (name !== undefined && !/^[A-Za-z_]\w*$/.test(name)) {
    throw new TypeError(`An operation is named in letters, digits and underscores; ${name} is no such name.`);
  }
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const body = writeSelection(kind === 'query' ? 'Query' : 'Mutation', selection);
  const head = [kind, name].filter(Boolean).join(' ');
  const query = `${head}${declared.length > 0 ? `(${declared.join(', ')})` : ''} ${body}`;
  return { query, variables, ...(name === undefined ? {} : { operationName: name }) };

  function writeSelection(typeName: string, given: object): string {
    const type = typeMap[typeName]!;
    const written = Object.entries(given).flatMap(([key, value]) => {
      if (value === false || value === undefined || key === '__args' || key === '__typename') return [];
      const on = fragment.exec(key)?.[1];
      if (on !== undefined) {
        if (!Object.hasOwn(typeMap, on)) throw new TypeError(`There is no type ${on} in the contract.`);
        return [`... on ${on} ${writeSelection(on, objectAt(key, value))}`];
      }
      return [writeField(typeName, key, value)];
    });
    if (type.isAbstract || ('__typename' in given && given.__typename)) written.unshift('__typename');
    if (written.length === 0) throw new TypeError(`Select at least one field of ${typeName}.`);
    return `{ ${written.join(' ')} }`;
  }

  function writeField(typeName: string, name: string, value: unknown): string {
    const fields = typeMap[typeName]!.fields;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) throw new TypeError(`${typeName} has no field ${name} in the contract.`);
    const coordinate = `${typeName}.${name}`;
    if (field.type === undefined && value === true) return name;
    const given = objectAt(coordinate, value);
    const args =
      '__args' in given && given.__args != null ? objectAt(`${coordinate}.__args`, given.__args) : {};
    const passed = Object.entries(args)
      .filter(([, argument]) => argument !== undefined)
      .map(([argument, argumentValue]) => {
        const type = field.args && Object.hasOwn(field.args, argument) ? field.args[argument] : undefined;
        if (type === undefined)
          throw new TypeError(`${coordinate} has no argument ${argument} in the contract.`);
        const variable = `v${declared.length + 1}`;
        declared.push(`$${variable}: ${type}`);
        variables[variable] = argumentValue;
        return `${argument}: $${variable}`;
      });
    const selected = field.type === undefined ? '' : ` ${writeSelection(field.type, given)}`;
    return `${name}${passed.length > 0 ? `(${passed.join(', ')})` : ''}${selected}`;
  }
}

function objectAt(place: string, value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new TypeError(`${place} is selected by an object with the fields you want of it.`);
}
