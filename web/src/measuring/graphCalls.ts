/** A call of the graph, once it has been answered or given up. */
export interface GraphCall {
  /** What came of it: `data`, or the trouble that a page has to show. */
  readonly outcome: string;
  readonly seconds: number;
}

// Pages are bundled apart from the server that measures: both have a copy of this file, and one world.
const place = Symbol.for('guildhall.graphCalls');
type World = Record<symbol, ((call: GraphCall) => void) | undefined>;

/** Says who is told of calls of the graph, in this process. */
export function observeGraphCalls(observe: (call: GraphCall) => void): void {
  (globalThis as unknown as World)[place] = observe;
}

/** Tells of a call of the graph. */
export function tellGraphCall(call: GraphCall): void {
  (globalThis as unknown as World)[place]?.(call);
}
