import {
  type ExecutionResult,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  defaultTypeResolver,
  getArgumentValues,
  isObjectType,
  locatedError,
} from 'graphql';
import type { FieldPlan, ObjectPlan, OperationPlan, ValuePlan } from './plan.ts';

/** What is not yet there, and what could not be had where null may not stand, so that the parent is null. */
const pending = Symbol('pending');
const failed = Symbol('failed');

/** Where a value that others stand in goes in the answer. */
class Place {
  readonly parent: Place | null;
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
  readonly field: FieldPlan | null;
  readonly nonNull: boolean;
  /** It became null, and whatever still comes for it is too late. */
  isGone = false;

  constructor(
    parent: Place | null,
    holder: object,
    key: string | number,
    field: FieldPlan | null,
    nonNull: boolean,
  ) {
    this.parent = parent;
    this.holder = holder as Record<string | number, unknown>;
    this.key = key;
    this.field = field;
    this.nonNull = nonNull;
  }
}

/** Whether a place or something that it stands in became null. */
function isLost(place: Place): boolean {
  for (let each: Place | null = place; each; each = each.parent) if (each.isGone) return true;
  return false;
}

/** What resolvers are told of their field. Most ask for nothing of it, so it is worked out when they do. */
class ResolveInfo implements GraphQLResolveInfo {
  readonly #run: Run;
  readonly #field: FieldPlan;
  readonly #parent: Place;

  constructor(run: Run, field: FieldPlan, parent: Place) {
    this.#run = run;
    this.#field = field;
    this.#parent = parent;
  }

  get fieldName() {
    return this.#field.definition.name;
  }
  get fieldNodes() {
    return this.#field.nodes;
  }
  get returnType() {
    return this.#field.definition.type;
  }
  get parentType() {
    return this.#field.parentType;
  }
  get path() {
    return { prev: pathOf(this.#parent), key: this.#field.key, typename: this.#field.parentType.name };
  }
  get schema() {
    return this.#run.plan.schema;
  }
  get fragments() {
    return this.#run.plan.fragments;
  }
  get rootValue() {
    return undefined;
  }
  get operation() {
    return this.#run.plan.operation;
  }
  get variableValues() {
    return this.#run.variables;
  }
}

/**
 * Runs an operation as the GraphQL specification says (October 2021, section 6): errors and nulls as graphql-js has
 * them. What comes at once is completed at once; only what a resolver promises is waited for.
 *
 * @param variables coerced.
 */
export function runOperation(
  plan: OperationPlan,
  variables: Record<string, unknown>,
  context: unknown,
): ExecutionResult | Promise<ExecutionResult> {
  return new Run(plan, variables, context).result();
}

class Run {
  readonly plan: OperationPlan;
  readonly variables: Record<string, unknown>;
  readonly #context: unknown;
  readonly #errors: GraphQLError[] = [];
  readonly #arguments = new Map<FieldPlan, object>();
  readonly #answer: { data: unknown } = { data: null };
  readonly #root = new Place(null, this.#answer, 'data', null, false);
  #waiting = 0;
  #settled: PromiseWithResolvers<void> | undefined;

  constructor(plan: OperationPlan, variables: Record<string, unknown>, context: unknown) {
    this.plan = plan;
    this.variables = variables;
    this.#context = context;
  }

  result(): ExecutionResult | Promise<ExecutionResult> {
    const { root, operation } = this.plan;
    if (operation.operation === 'mutation') return this.#oneAfterTheOther().then(() => this.#told());
    const data = this.#fieldsOf(root, undefined, this.#root);
    if (data === failed) this.#root.isGone = true;
    else this.#answer.data = data;
    return this.#waiting === 0 ? this.#told() : this.#rest().then(() => this.#told());
  }

  #told(): ExecutionResult {
    const data = this.#answer.data as Record<string, unknown> | null;
    return this.#errors.length > 0 ? { errors: this.#errors, data } : { data };
  }

  /** Mutations: a root field begins when all of the one before has ended, and none after one that may not fail did. */
  async #oneAfterTheOther(): Promise<void> {
    const { fields, create } = this.plan.root;
    const data = create();
    this.#answer.data = data;
    for (const field of fields) {
      const value = this.#valueOf(field, undefined, data, this.#root);
      if (value === failed) this.#loseFrom(this.#root);
      else data[field.key] = value === pending ? null : value;
      if (this.#waiting > 0) await this.#rest();
      if (this.#root.isGone) return;
    }
  }

  /** Until nothing is waited for any more. */
  #rest(): Promise<void> {
    this.#settled = Promise.withResolvers();
    return this.#settled.promise;
  }

  #fieldsOf({ fields, create }: ObjectPlan, source: unknown, place: Place): unknown {
    const object = create();
    for (const field of fields) {
      const value = this.#valueOf(field, source, object, place);
      if (value === failed) return failed;
      object[field.key] = value === pending ? null : value;
    }
    return object;
  }

  #valueOf(field: FieldPlan, source: unknown, object: object, place: Place): unknown {
    const { definition, key, value } = field;
    let resolved: unknown;
    try {
      if (definition.resolve) {
        const info = new ResolveInfo(this, field, place);
        resolved = definition.resolve(source, this.#argumentsOf(field), this.#context, info);
      } else {
        resolved = (source as Record<string, unknown> | null | undefined)?.[definition.name];
        if (typeof resolved === 'function') {
          const info = new ResolveInfo(this, field, place);
          resolved = resolved.call(source, this.#argumentsOf(field), this.#context, info);
        }
      }
    } catch (error) {
      return this.#fail(field, value, error, place, key);
    }
    return this.#complete(field, value, resolved, place, object, key);
  }

  #complete(
    field: FieldPlan,
    plan: ValuePlan,
    value: unknown,
    parent: Place,
    holder: object,
    key: string | number,
  ): unknown {
    if (isPromise(value)) return this.#promised(field, plan, value, parent, holder, key);
    if (value instanceof Error) return this.#fail(field, plan, value, parent, key);
    if (value === null || value === undefined) {
      return plan.nonNull ? this.#fail(field, plan, noNull(field), parent, key) : null;
    }
    try {
      if (plan.kind === 'leaf') {
        const serialized = plan.serialize(value);
        if (serialized !== null && serialized !== undefined) return serialized;
        throw new Error(`Expected \`${String(plan.type)}.serialize\` to return a value.`);
      }
      const place = new Place(parent, holder, key, field, plan.nonNull);
      let completed: unknown;
      if (plan.kind === 'list') completed = this.#list(field, plan.item, value, place);
      else if (plan.kind === 'object') completed = this.#object(field, plan.plan(), value, place);
      else completed = this.#abstract(field, plan, value, place);
      if (completed !== failed) return completed;
      place.isGone = true;
      return plan.nonNull ? failed : null;
    } catch (error) {
      return this.#fail(field, plan, error, parent, key);
    }
  }

  /** Apart from `#complete`, where V8 would make room for what the functions here close over at each call. */
  #promised(
    field: FieldPlan,
    plan: ValuePlan,
    promise: PromiseLike<unknown>,
    parent: Place,
    holder: object,
    key: string | number,
  ): typeof pending {
    return this.#later(promise, parent, holder, key, {
      then: (settled) => this.#complete(field, plan, settled, parent, holder, key),
      failed: (error) => this.#fail(field, plan, error, parent, key),
    });
  }

  #list(field: FieldPlan, item: ValuePlan, value: unknown, place: Place): unknown {
    if (typeof value !== 'object' || !(Symbol.iterator in value!)) {
      const name = `${field.parentType.name}.${field.definition.name}`;
      throw new Error(`Expected Iterable, but did not find one for field "${name}".`);
    }
    const list: unknown[] = [];
    let index = 0;
    let isFailed = false;
    for (const each of value as Iterable<unknown>) {
      if (isFailed) {
        leave(each);
        continue;
      }
      const completed = this.#complete(field, item, each, place, list, index);
      isFailed = completed === failed;
      list[index++] = completed === pending ? null : completed;
    }
    return isFailed ? failed : list;
  }

  #object(field: FieldPlan, plan: ObjectPlan, value: unknown, place: Place): unknown {
    const { isTypeOf, name } = plan.type;
    if (!isTypeOf) return this.#fieldsOf(plan, value, place);
    const run = (is: unknown): unknown => {
      if (!is) throw new Error(`Expected value of type "${name}" but got something else.`);
      return this.#fieldsOf(plan, value, place);
    };
    const is = isTypeOf(value, this.#context, infoOf(this, field, place));
    return isPromise(is) ? this.#once(field, is, place, run) : run(is);
  }

  #abstract(
    field: FieldPlan,
    { type, planOf }: Extract<ValuePlan, { kind: 'abstract' }>,
    value: unknown,
    place: Place,
  ): unknown {
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const name = resolveType(value, this.#context, infoOf(this, field, place), type);
    const run = (settled: unknown): unknown =>
      this.#object(field, planOf(this.#possibleType(type, settled)), value, place);
    return isPromise(name) ? this.#once(field, name, place, run) : run(name);
  }

  #possibleType(type: { name: string } & Parameters<OperationPlan['schema']['isSubType']>[0], name: unknown) {
    const { schema } = this.plan;
    const found = typeof name === 'string' ? schema.getType(name) : undefined;
    if (isObjectType(found) && schema.isSubType(type, found)) return found as GraphQLObjectType;
    throw new Error(
      `Abstract type "${type.name}" must resolve to one of its object types, and did to ${typeof name === 'string' ? `"${name}"` : 'none'}.`,
    );
  }

  /** Goes on at a place when something is known of its value. */
  #once(field: FieldPlan, promise: PromiseLike<unknown>, place: Place, run: (known: unknown) => unknown) {
    const { parent, holder, key, nonNull } = place;
    const lost = (error: unknown): unknown => {
      place.isGone = true;
      return this.#fail(field, { nonNull }, error, parent!, key);
    };
    return this.#later(promise, parent!, holder, key, {
      failed: lost,
      then: (known) => {
        try {
          const completed = run(known);
          if (completed !== failed) return completed;
          place.isGone = true;
          return nonNull ? failed : null;
        } catch (error) {
          return lost(error);
        }
      },
    });
  }

  /** Waits for a promise, and puts what comes of it into its place. */
  #later(
    promise: PromiseLike<unknown>,
    parent: Place,
    holder: object,
    key: string | number,
    next: { then: (value: unknown) => unknown; failed: (error: unknown) => unknown },
  ): typeof pending {
    this.#waiting += 1;
    const settle = (complete: (value: unknown) => unknown, value: unknown): void => {
      try {
        if (isLost(parent)) return leave(value);
        const completed = complete(value);
        if (completed === failed) this.#loseFrom(parent);
        else if (completed !== pending) (holder as Record<string | number, unknown>)[key] = completed;
      } finally {
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#settled?.resolve();
      }
    };
    promise.then(
      (value) => settle(next.then, value),
      (error: unknown) => settle(next.failed, error),
    );
    return pending;
  }

  /** Makes null what stands nearest and may be null. */
  #loseFrom(place: Place): void {
    for (let each = place; ; each = each.parent!) {
      each.isGone = true;
      if (each.nonNull) continue;
      each.holder[each.key] = null;
      return;
    }
  }

  #fail(
    { nodes }: FieldPlan,
    { nonNull }: Pick<ValuePlan, 'nonNull'>,
    error: unknown,
    parent: Place,
    key: string | number,
  ): typeof failed | null {
    const path = [key];
    for (let place = parent; place.parent; place = place.parent) path.unshift(place.key);
    this.#errors.push(locatedError(error, nodes, path));
    return nonNull ? failed : null;
  }

  /** The same for each object of a list, so worked out once. */
  #argumentsOf(field: FieldPlan): Record<string, unknown> {
    let values = this.#arguments.get(field) as Record<string, unknown> | undefined;
    if (!values) {
      values = Object.freeze(getArgumentValues(field.definition, field.nodes[0], this.variables));
      this.#arguments.set(field, values);
    }
    return values;
  }
}

/** The info of the field that a value belongs to, be it in lists or not. */
function infoOf(run: Run, field: FieldPlan, place: Place): ResolveInfo {
  let own = place;
  while (typeof own.key === 'number') own = own.parent!;
  return new ResolveInfo(run, field, own.parent!);
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

/** What nobody waits for any more may still fail, which would end the process. */
function leave(value: unknown): void {
  if (Array.isArray(value)) value.forEach(leave);
  else if (isPromise(value)) value.then(leave, () => {});
}

function noNull({ parentType, definition }: FieldPlan): Error {
  return new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
}

function pathOf(place: Place | null): GraphQLResolveInfo['path'] | undefined {
  if (!place?.parent) return undefined;
  const { parent, key, field } = place;
  return {
    prev: pathOf(parent),
    key,
    typename: typeof key === 'number' ? undefined : field?.parentType.name,
  };
}
