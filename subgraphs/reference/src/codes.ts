import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What a code asks of those who use it; a code that does not say takes its parent's. */
const parametersSchema = z.strictObject({
  /** Hours without work between two shifts. */
  restHours: z.number().min(0).max(72).optional(),
  /** Hours of work in one week, Monday to Sunday. */
  weeklyHours: z.number().min(1).max(168).optional(),
  /** Hours before its start up to which an agent may give a shift back. */
  giveBackHours: z.number().min(0).max(720).optional(),
});

const nodeSchema = z.strictObject({
  code: z
    .string()
    .max(200)
    .regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/),
  displayName: z.string().min(1).max(200),
  isHeading: z.boolean().optional(),
  parameters: parametersSchema.optional(),
  get children() {
    return z.array(nodeSchema).optional();
  },
});
type Node = z.infer<typeof nodeSchema>;

const kindSchema = z.strictObject({ displayName: z.string().min(1), children: z.array(nodeSchema) });

/** Qualifications ask something of those who use them; other kinds are names alone. */
const configSchema = z
  .object({ qualification: kindSchema.extend({ parameters: parametersSchema.required() }).optional() })
  .catchall(kindSchema);

/** What every qualification asks, its own and its parents' together. */
export type Parameters = Required<z.infer<typeof parametersSchema>>;

/** A code of the reference data. */
export interface Code<Asked = Parameters> {
  readonly code: string;
  /** The name that people read; the code itself when the code is no longer in use. */
  readonly displayName: string;
  /** The codes it stands under, the outermost first. */
  readonly parents: readonly string[];
  /** Whether it only gathers what stands under it, so that nobody has it itself. */
  readonly isHeading: boolean;
  /** Whether the code is in use: codes that were stored once may be gone. */
  readonly isKnown: boolean;
  readonly parameters: Asked;
}

/** The codes of one kind, for example of qualifications. */
export interface Codes<Asked = Parameters> {
  /** Every code in use, parents before their children, in the order of the file. */
  readonly all: readonly Code<Asked>[];
  /** What holds where no code says otherwise. */
  readonly parameters: Asked;
  /** The code of this name; of one that is not in use, what can still be shown. Never throws. */
  find(code: string): Code<Asked>;
  /** Whether the code is in use. */
  has(code: string): boolean;
  /**
   * Whether a code that is held counts as one that is needed: the same, or one under it. The codes say so themselves,
   * also those that are gone: one that stands under another is its code, a dot and one more word.
   */
  covers(held: string, needed: string): boolean;
}

/**
 * Reads reference data: codes in parents, children and sub-children.
 *
 * @param config What config.json holds, by kind.
 * @throws Error saying what is wrong when it has another form, a code twice, or a code that is not its parent's, a dot
 *   and one more word.
 */
export function readCodes(config: unknown): Readonly<Record<string, Codes>> {
  const parsed = configSchema.safeParse(config);
  if (!parsed.success) {
    throw new Error(`The reference data cannot be read:\n${z.prettifyError(parsed.error)}`);
  }
  return Object.fromEntries(
    Object.entries(parsed.data).map(([kind, { children, ...rest }]) => {
      const { parameters = {} } = rest as { parameters?: object };
      return [kind, codesOf(kind, parameters as Parameters, children)];
    }),
  );
}

function codesOf(kind: string, parameters: Parameters, nodes: readonly Node[]): Codes {
  const byCode = new Map<string, Code>();
  const add = (node: Node, parents: readonly string[], inherited: Parameters) => {
    const parent = parents.at(-1) ?? null;
    const [above, word] = /^(?:(.*)\.)?([^.]*)$/.exec(node.code)!.slice(1);
    if ((above ?? null) !== parent) {
      throw new Error(
        parent === null
          ? `The ${kind} ${node.code} stands under nothing, so it has to be one word, ${word}.`
          : `The ${kind} ${node.code} stands under ${parent}, so it has to be ${parent}.<name>.`,
      );
    }
    if (byCode.has(node.code))
      throw new Error(`The ${kind} ${node.code} stands in the reference data twice.`);
    const code: Code = {
      code: node.code,
      displayName: node.displayName,
      parents,
      isHeading: node.isHeading ?? false,
      isKnown: true,
      parameters: { ...inherited, ...node.parameters },
    };
    byCode.set(node.code, code);
    for (const child of node.children ?? []) add(child, [...parents, node.code], code.parameters);
  };
  for (const node of nodes) add(node, [], parameters);

  return {
    all: [...byCode.values()],
    parameters,
    find: (code) =>
      byCode.get(code) ?? {
        code,
        displayName: code,
        parents: [],
        isHeading: false,
        isKnown: false,
        parameters,
      },
    has: (code) => byCode.has(code),
    covers: (held, needed) => held === needed || held.startsWith(`${needed}.`),
  };
}

const codes = readCodes(JSON.parse(readFileSync(new URL('../config.json', import.meta.url), 'utf8')));

/** The qualifications that agents hold and shifts need. */
export const qualifications: Codes = codes['qualification']!;

/** A kind of thing that workshops require and people bring. */
export type RequirementCode = Code<object>;

/** All of them. */
export const requirementKinds: Codes<object> = codes['requirement']!;
