import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  type SelectionNode,
  getDirectiveValues,
} from 'graphql';

/** Whether `@skip` or `@include` take a field or a fragment out of an operation. */
export function isLeftOut(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives?.length) return false;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] === false
  );
}
