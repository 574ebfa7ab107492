import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  TypeInfo,
  getNamedType,
  isEnumType,
  isInputObjectType,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Everything of a schema that an operation depends on, by coordinate: types, fields, arguments and enum values. Of the
 * inputs that come as variables all fields and values count, since what stands in them is not known.
 *
 * @param document a document that is valid against the schema.
 */
export function usedCoordinates(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const used = new Set<string>();
  const useInput = (type: GraphQLNamedType) => {
    if (used.has(type.name)) return;
    used.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) used.add(`${type.name}.${name}`);
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      used.add(`${type.name}.${field.name}`);
      useInput(getNamedType(field.type));
    }
  };
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      VariableDefinition({ type }) {
        const given = typeFromAST(schema, type as never);
        if (given) useInput(getNamedType(given));
      },
      InlineFragment({ typeCondition }) {
        if (typeCondition) used.add(typeCondition.name.value);
      },
      FragmentDefinition({ typeCondition }) {
        used.add(typeCondition.name.value);
      },
      Field({ name }) {
        const parent = info.getParentType();
        const type = info.getType();
        if (parent) used.add(`${parent.name}.${name.value}`);
        if (type) used.add(getNamedType(type).name);
      },
      Argument({ name }) {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        const argument = info.getArgument();
        if (parent && field) used.add(`${parent.name}.${field.name}.${name.value}`);
        if (argument) used.add(getNamedType(argument.type).name);
      },
      ObjectField({ name }) {
        const parent = info.getParentInputType();
        if (parent) used.add(`${getNamedType(parent).name}.${name.value}`);
      },
      EnumValue({ value }) {
        const type = info.getInputType();
        if (type) used.add(`${getNamedType(type).name}.${value}`);
      },
    }),
  );
  return used;
}
