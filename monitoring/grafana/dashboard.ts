import {
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  RowBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type lines, type figure, type rows, datasource } from './panel.ts';

type Panel = ReturnType<typeof lines | typeof figure | typeof rows>;

export interface DashboardOptions {
  /** What its address ends in: `/d/guildhall-<name>`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** How far back it looks at first, for example `now-3h`. */
  readonly from?: string;
  /** A label to choose values of, and a metric that has it. */
  readonly choice?: { readonly label: string; readonly metric: string };
  /** Panels under their headings. */
  readonly parts: Readonly<Record<string, readonly Panel[]>>;
}

/** Makes a dashboard as Grafana reads it: times of the viewer, links to the others, a choice of measurements. */
export function dashboard({ name, title, description, from = 'now-3h', choice, parts }: DashboardOptions) {
  const builder = new DashboardBuilder(title)
    .uid(`guildhall-${name}`)
    .description(description)
    .tags(['guildhall'])
    .timezone('browser')
    .time({ from, to: 'now' })
    .refresh('1m')
    .tooltip(DashboardCursorSync.Crosshair)
    .readonly()
    .link({
      build() {
        const link = new DashboardLinkBuilder('Guildhall')
          .type(DashboardLinkType.Dashboards)
          .tags(['guildhall'])
          .keepTime(true)
          .build();
        // Beside the title, where people look, not in a menu.
        delete link.placement;
        return link;
      },
    })
    .withVariable(new DatasourceVariableBuilder('datasource').label('Measurements').type('prometheus'));
  if (choice) {
    const { label, metric } = choice;
    builder.withVariable(
      new QueryVariableBuilder(label)
        .label(label[0]!.toUpperCase() + label.slice(1))
        .datasource(datasource)
        .query(`label_values(${metric}, ${label})`)
        .refresh(VariableRefresh.OnTimeRangeChanged)
        .sort(VariableSort.AlphabeticalAsc)
        .multi(true)
        .includeAll(true)
        .allValue('.*')
        .current({ text: 'All', value: '$__all' }),
    );
  }
  for (const [heading, panels] of Object.entries(parts)) {
    builder.withRow(new RowBuilder(heading));
    for (const panel of panels) builder.withPanel(panel);
  }
  return builder.build();
}
