export function runTurbo(args: string[], options?: { quiet?: boolean }): Promise<number>;
