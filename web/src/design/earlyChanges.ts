/**
 * What people change in the fields of a page, the forms that they send and the button that they press last, before its
 * scripts are there. React takes a page over part by part, as it was rendered, and would not know of any of it; where it
 * takes one over because of a change, it puts back what was rendered before anybody hears.
 *
 * A choice from a list is told twice, by `input` and by `change`. React takes the field over at the first and has put
 * back what was rendered by the second, which would tell the app of a choice that nobody made.
 *
 * The text of a script: it runs while the page is read, long before the scripts of the app, and keeps what it finds
 * where `ReplayEarlyChanges` gets it.
 *
 * React keeps what it knows of an element at a property of it: one without has not been taken over. That is React's own
 * affair, and there is no public way to ask. To knock, as {@link isHeard} does, would make React take the field over and
 * put back what was rendered, in the middle of the event that is to be kept; and a mark that each part of a page sets
 * when it is there would be missing in the first part that forgets it, where what people type would be lost unseen.
 * When React names the property otherwise, the test beside this fails.
 */
export const noteEarlyChanges = `(() => {
  const early = { changed: new Map(), sent: new Set(), pressed: null };
  const keepBack = (type, target) =>
    target.addEventListener(type, (event) => event.stopPropagation(), { once: true });
  const isTakenOver = (element) => Object.keys(element).some((name) => name.startsWith('__reactProps$'));
  let chosen = null;
  const note = ({ type, target }) => {
    const isSecond = type === 'change' && target === chosen;
    chosen = null;
    if (isTakenOver(target)) {
      if (isSecond) keepBack(type, target);
      else if (target.localName === 'select') early.changed.delete(target);
      return;
    }
    if (type === 'input' && target.localName === 'select') chosen = target;
    early.changed.set(target, target.type === 'checkbox' || target.type === 'radio' ? target.checked : target.value);
    keepBack(type, target);
  };
  const hold = (event) => {
    if (isTakenOver(event.target) || event.target.hasAttribute('action')) return;
    event.preventDefault();
    early.sent.add(event.target);
  };
  const press = ({ target }) => {
    const button = target.closest?.('button');
    if (!button) return;
    early.pressed = null;
    if (isTakenOver(button) || button.type !== 'button' || button.hasAttribute('popovertarget')) return;
    early.pressed = button;
    keepBack('click', target);
  };
  const listeners = [['input', note], ['change', note], ['submit', hold], ['click', press]];
  for (const [type, listener] of listeners) document.addEventListener(type, listener, true);
  early.stop = () => listeners.forEach(([type, listener]) => document.removeEventListener(type, listener, true));
  window.guildhallEarly = early;
})()`;

/** A field that holds a value of its own. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What the script above has found. */
export interface EarlyChanges {
  /** What the fields held last; of checkboxes and radios whether they are checked. */
  readonly changed: Map<Field, string | boolean>;
  readonly sent: Set<HTMLFormElement>;
  /** The button that was pressed last, unless somebody heard of it. */
  pressed: HTMLButtonElement | null;
  stop(): void;
}

/**
 * Whether React hears of what happens at an element. An event in a part of the page that it has not taken over makes it
 * do so at once; where it cannot yet, since scripts are missing, it keeps the event from getting further.
 */
export function isHeard(element: Element): boolean {
  let isThere = false;
  const knock = (event: Event) => {
    isThere = true;
    // It is for nobody else.
    event.stopPropagation();
  };
  // One that React listens to, and that changes nothing.
  element.addEventListener('copy', knock);
  element.dispatchEvent(new Event('copy', { bubbles: true }));
  element.removeEventListener('copy', knock);
  return isThere;
}

/**
 * Changes a field again as a person does, so that whoever listens hears of it.
 *
 * React tells a change from the value that it saw last, which it notes when the property of the element itself is set:
 * that one is set to something else first, and then the value beneath it.
 */
export function replayChange(field: Field, value: string | boolean): void {
  if (typeof value === 'boolean') {
    const box = field as HTMLInputElement;
    box.checked = !value;
    box.click();
    return;
  }
  const isSelect = field instanceof HTMLSelectElement;
  if (!isSelect) field.value = `${value} `;
  const prototype = Object.getPrototypeOf(field) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(field, value);
  field.dispatchEvent(new Event(isSelect ? 'change' : 'input', { bubbles: true }));
}
