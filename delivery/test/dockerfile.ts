import { readFileSync } from 'node:fs';
import {
  DockerfileParser,
  type Copy,
  type Entrypoint,
  type From,
  type JSONInstruction,
} from 'dockerfile-ast';

/** A stage of a Dockerfile, as its tests look at it. */
export interface Stage {
  /** Where it begins: an image, or an earlier stage. */
  readonly from: string;
  readonly name: string | null;
  /** Every instruction after FROM: its keyword, and all that follows as text. */
  readonly instructions: readonly { keyword: string; text: string }[];
  readonly copies: readonly { from: string | null; sources: string[]; to: string }[];
  readonly user: string | null;
  /** CMD and ENTRYPOINT; null for one that goes through a shell. */
  readonly command: readonly string[] | null;
  readonly entrypoint: readonly string[] | null;
}

/** Reads a Dockerfile. */
export function readDockerfile(file: string): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(readFileSync(file, 'utf8')).getInstructions()) {
    const keyword = instruction.getKeyword();
    if (keyword === 'FROM') {
      const from = instruction as From;
      const empty = { instructions: [], copies: [], user: null, command: null, entrypoint: null };
      stages.push({ from: from.getImage()!, name: from.getBuildStage(), ...empty });
      continue;
    }
    const stage = stages.pop();
    // An ARG may come before the first stage.
    if (!stage) continue;
    const text = instruction.getRawArgumentsContent() ?? '';
    const args = instruction.getArguments().map((argument) => argument.getValue());
    const next = { ...stage, instructions: [...stage.instructions, { keyword, text }] };
    if (keyword === 'COPY') {
      const from = (instruction as Copy).getFromFlag()?.getValue() ?? null;
      next.copies = [...stage.copies, { from, sources: args.slice(0, -1), to: args.at(-1)! }];
    } else if (keyword === 'USER') next.user = text;
    else if (keyword === 'CMD' || keyword === 'ENTRYPOINT') {
      const isExec = (instruction as Entrypoint | JSONInstruction).getOpeningBracket() !== null;
      const parts = isExec ? (JSON.parse(text) as string[]) : null;
      if (keyword === 'CMD') next.command = parts;
      else next.entrypoint = parts;
    }
    stages.push(next);
  }
  return stages;
}
