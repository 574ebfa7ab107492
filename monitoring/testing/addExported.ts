/** Adds the metrics and labels that a service shows at `/metrics`. */
export function addExported(text: string, exported: Map<string, Set<string>>): void {
  for (const line of text.split('\n')) {
    const [, metric, labels = ''] = /^(\w+)(?:\{(.*)\})? \S+$/.exec(line) ?? [];
    if (!metric) continue;
    const known = exported.get(metric) ?? new Set();
    for (const [, label] of labels.matchAll(/(\w+)="(?:[^"\\]|\\.)*"/g)) known.add(label!);
    exported.set(metric, known);
  }
}
