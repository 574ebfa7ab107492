import type { ClientOperations, Deprecated, GraphChange, GraphChanges, Hit } from './graphChanges.ts';

/** What a check of the graph found, for people to read. */
export interface GraphReport {
  /** What has to be mended: drift, deprecations without a day. One sentence each. */
  faults: readonly string[];
  /** The graph compared with; null when nothing was released yet. */
  since: string | null;
  changes: GraphChanges | null;
  /** Deprecated, and free to go. */
  overdue: readonly Deprecated[];
}

export type ReportFormat = 'text' | 'markdown';

interface Section {
  title: string;
  /** One entry for each finding; further lines of an entry stand beneath its first. */
  entries: readonly (readonly string[])[];
}

/** Writes a report for a terminal, or as Markdown for a pull request. */
export function writeReport(report: GraphReport, format: ReportFormat): string {
  const sections = sectionsOf(report).filter(({ entries }) => entries.length > 0);
  const [heading, conclusion] = [headingOf(report), conclusionOf(report, sections)];
  return format === 'markdown'
    ? [
        `## ${heading}`,
        conclusion,
        ...sections.map(
          ({ title, entries }) =>
            `### ${title}\n\n${entries.map(([first, ...rest]) => [`- ${escaped(first!)}`, ...rest.map((line) => `  - ${escaped(line)}`)].join('\n')).join('\n')}`,
        ),
      ].join('\n\n')
    : [
        heading,
        ...sections.map(
          ({ title, entries }) =>
            `\n${title}\n${entries.map(([first, ...rest]) => [`  ${first}`, ...rest.map((line) => `      ${line}`)].join('\n')).join('\n')}`,
        ),
        `${sections.length > 0 ? '\n' : ''}${conclusion}`,
      ].join('\n');
}

function headingOf({ since }: GraphReport): string {
  return since === null ? 'The graph' : `The graph since ${since}`;
}

function conclusionOf({ faults, since }: GraphReport, sections: readonly Section[]): string {
  if (faults.length > 0) return 'This has to be mended before it can be merged: see To mend.';
  if (since === null) return 'There is no release yet, so there is nothing to compare with.';
  return sections.length > 0
    ? 'Whether a breaking change may happen is for people to decide: nothing here fails the check.'
    : 'Nothing changes for those who use it.';
}

function sectionsOf({ faults, changes, overdue }: GraphReport): Section[] {
  const {
    breaking = [],
    dangerous = [],
    access = [],
    refused = [],
    announced = [],
    added = [],
  } = changes ?? {};
  return [
    { title: 'To mend', entries: faults.map((fault) => [fault]) },
    { title: 'Breaking', entries: breaking.map(entryOf) },
    {
      title: 'Rights that are lost (breaking for these roles)',
      entries: access.flatMap(({ role, lost, hit }) =>
        lost.length > 0 ? [[`${role} may no longer ask for ${listed(lost)}.`, ...usersSentence(hit)]] : [],
      ),
    },
    {
      title: 'Registered operations that would be refused',
      entries: refused.map(({ client, operation, mistakes }) => [`${client}: ${operation}`, ...mistakes]),
    },
    {
      title: 'Dangerous: valid operations stay valid, but clients may be surprised',
      entries: dangerous.map(entryOf),
    },
    {
      title: 'Rights that are gained (to be read by a reviewer)',
      entries: access.flatMap(({ role, gained }) =>
        gained.length > 0 ? [[`${role} may now ask for ${listed(gained)}.`]] : [],
      ),
    },
    {
      title: 'New fields, and who may ask for them',
      entries: added.map(({ fields, roles }) => [`${roles.join(', ')}: ${listed(fields)}`]),
    },
    { title: 'Deprecated from now on', entries: announced.map(deprecatedEntry) },
    { title: 'Deprecated, and free to go since their day has passed', entries: overdue.map(deprecatedEntry) },
  ];
}

function entryOf({ message, note, hit }: GraphChange): string[] {
  const hits = [
    ...(hit.partners ? ['partners (it is in their contract)'] : []),
    ...hit.clients.map(clientSentence),
    ...(hit.roles.length > 0 ? [`those who may ask for it: ${hit.roles.join(', ')}`] : []),
  ];
  return [message, ...(note ? [note] : []), `Hits ${hits.join('; ') || 'nobody who is known'}.`];
}

function usersSentence({ partners, clients }: Omit<Hit, 'roles'>): string[] {
  const users = [...(partners ? ['the partner contract'] : []), ...clients.map(clientSentence)];
  return users.length > 0 ? [`It is used by ${users.join('; ')}.`] : [];
}

function deprecatedEntry({ coordinate, reason, clients }: Deprecated): string[] {
  const users =
    clients.length > 0
      ? `Still used by ${clients.map(clientSentence).join('; ')}.`
      : 'No registered operation uses it.';
  return [`${coordinate}: ${reason}`, users];
}

function clientSentence({ client, operations }: ClientOperations): string {
  return `the client ${client} (${operations.join(', ')})`;
}

function listed(coordinates: readonly string[]): string {
  return coordinates.join(', ');
}

/** Text of schemas as Markdown shows it: nothing of it is markup, and nobody is called by an @. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/@/g, '@\u200b');
}
