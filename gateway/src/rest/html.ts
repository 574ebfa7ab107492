/** Text that is HTML already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | undefined | null | false | readonly Part[];

/** A template of HTML: what is put into it is text, unless it is {@link Html} itself; lists are put one after the other. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => (index === 0 ? text : write(parts[index - 1]) + text)).join(''));
}

function write(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(write).join('');
  if (part === undefined || part === null || part === false) return '';
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Prose with the few marks that descriptions have: paragraphs, lists of lines with a dash, and `code`. */
export function prose(text: string | undefined): Html {
  const blocks = (text ?? '').split(/\n{2,}/).filter((block) => block.trim() !== '');
  return html`${blocks.map(block)}`;
}

function block(text: string): Html {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith('- '));
  if (start < 0) return html`<p>${inline(text)}</p>`;
  const before = lines.slice(0, start).join('\n');
  const items = lines
    .slice(start)
    .join('\n')
    .split(/^- /m)
    .filter((item) => item.trim() !== '');
  return html`${before && html`<p>${inline(before)}</p>`}
    <ul>
      ${items.map((item) => html`<li>${inline(item)}</li>`)}
    </ul>`;
}

function inline(text: string): Html[] {
  return text.split('`').map((part, index) => (index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`));
}
