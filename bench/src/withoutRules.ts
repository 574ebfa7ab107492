import { parse, print, visit } from 'graphql';

const rules = ['authenticated', 'policy', 'requiresScopes'];
const isLinkOfRule = new RegExp(`@link\\(url: "https://specs\\.apollo\\.dev/(${rules.join('|')})/`);

/** A supergraph without its access rules, for neighbours that enforce none. */
export function withoutRules(supergraphSdl: string): string {
  const document = visit(parse(supergraphSdl), {
    DirectiveDefinition: ({ name }) => (rules.includes(name.value) ? null : undefined),
    Directive: (node) =>
      rules.includes(node.name.value) || isLinkOfRule.test(print(node)) ? null : undefined,
  });
  return print(document);
}
