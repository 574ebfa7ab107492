import {
  BigValueColorMode,
  BigValueGraphMode,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  DashboardLinkBuilder,
  DashboardLinkType,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TableBuilder } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as LinesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** What a panel shows. */
export interface PanelOptions {
  readonly title: string;
  /** What one sees, and what to think of it, in a sentence or two. */
  readonly description: string;
  /** https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit */
  readonly unit: string;
  /** Expressions by what the legend calls their series, `{{label}}` for the value of a label. */
  readonly queries: Readonly<Record<string, string>>;
  /** Of 24. */
  readonly width?: number;
  /** Whether the series are parts of a whole. */
  readonly stacked?: boolean;
  /** From where on it is a cause for concern; below it, where `isFloor`. */
  readonly concern?: { readonly from: number; readonly isFloor?: boolean };
  /** Another dashboard that tells more of a series, as a path. */
  readonly more?: { readonly title: string; readonly url: string };
}

/** Whichever source of measurements is chosen at the top of the dashboard. */
export const datasource = { type: 'prometheus', uid: '${datasource}' };

const targetsOf = ({ queries }: PanelOptions, instant = false) =>
  Object.entries(queries).map(([legend, expr], index) => {
    const query = new DataqueryBuilder()
      .refId(String.fromCharCode(65 + index))
      .datasource(datasource)
      .expr(expr)
      .legendFormat(legend);
    return instant ? query.instant().format(PromQueryFormat.Table) : query.range();
  });

// Colours of the theme, so that they are read on light and on dark ground.
const thresholdsOf = ({ concern }: PanelOptions) => {
  const [below, above] = concern?.isFloor ? ['orange', 'green'] : ['green', 'orange'];
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps([
      { value: null, color: concern ? below : 'text' },
      ...(concern ? [{ value: concern.from, color: above }] : []),
    ]);
};

const linksOf = ({ more }: PanelOptions) =>
  more ? [new DashboardLinkBuilder(more.title).type(DashboardLinkType.Link).url(more.url)] : [];

/** Lines over time. */
export function lines(options: PanelOptions) {
  const panel = new LinesBuilder()
    .title(options.title)
    .description(options.description)
    .datasource(datasource)
    .unit(options.unit)
    .min(0)
    .span(options.width ?? 12)
    .height(8)
    .lineWidth(1)
    .fillOpacity(options.stacked ? 30 : 0)
    .thresholds(thresholdsOf(options))
    .dataLinks(linksOf(options))
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.Table)
        .placement(LegendPlacement.Bottom)
        .showLegend(true)
        .calcs(['lastNotNull', 'max']),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi))
    .targets(targetsOf(options));
  if (options.concern) {
    panel.thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
  }
  if (options.stacked) panel.stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'));
  return panel;
}

/** A number, and how it came about. */
export function figure(options: PanelOptions) {
  return new StatBuilder()
    .title(options.title)
    .description(options.description)
    .datasource(datasource)
    .unit(options.unit)
    .span(options.width ?? 6)
    .height(4)
    .colorMode(options.concern ? BigValueColorMode.Value : BigValueColorMode.None)
    .graphMode(BigValueGraphMode.Area)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .thresholds(thresholdsOf(options))
    .dataLinks(linksOf(options))
    .noValue('–')
    .targets(targetsOf(options));
}

/** Numbers now, a row for each combination of labels and a column for each query. */
export function rows(options: PanelOptions, units: Readonly<Record<string, string>> = {}) {
  const columns = Object.keys(options.queries);
  const nameOf = (index: number) =>
    columns.length === 1 ? 'Value' : `Value #${String.fromCharCode(65 + index)}`;
  const panel = new TableBuilder()
    .title(options.title)
    .description(options.description)
    .datasource(datasource)
    .unit(options.unit)
    .span(options.width ?? 24)
    .height(9)
    .dataLinks(linksOf(options))
    .withTransformation({ id: 'merge', options: {} })
    .withTransformation({
      id: 'organize',
      options: {
        excludeByName: { Time: true },
        renameByName: Object.fromEntries(columns.map((column, index) => [nameOf(index), column])),
      },
    })
    .targets(targetsOf(options, true));
  for (const [column, unit] of Object.entries(units))
    panel.overrideByName(column, [{ id: 'unit', value: unit }]);
  return panel;
}
