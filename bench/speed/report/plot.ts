import * as echarts from 'echarts';
import type { EChartsOption, SeriesOption } from 'echarts';
import type { Plot, Series } from '../section';

const WIDTH = 900;
const HEIGHT = 420;
const LEGEND_LINE = 24;
const LETTER = 6.5;
const MARK = 45;

/** Tones that read on white and on black, also for those who do not tell red from green. */
const COLORS = ['#2f7ed8', '#e07b00', '#c2478f', '#2a9d8f', '#8c6bd6', '#9c7a3c', '#b5524a'];
const INK = '#7d8794';
/** The limit, in every picture. */
const LIMIT = 'bare client';
const GRID = '#7d879455';

const FONT = 'Helvetica, Arial, sans-serif';

const labelOf = (value: number): string => value.toLocaleString('en');

/** About how many lines the names take. */
function legendLines(series: Series[]): number {
	const width = series.reduce((sum, { name }) => sum + name.length * LETTER + MARK, 0);
	return Math.ceil(width / (WIDTH - 2 * MARK));
}

/** A logarithmic axis begins at the power of ten below all values. */
function leastOf({ series, logarithmic }: Plot): number | undefined {
	const lows = series.flatMap(({ values }) => values.flatMap((value) => value?.low ?? []));
	return logarithmic && lows.length > 0
		? 10 ** Math.floor(Math.log10(Math.min(...lows)))
		: undefined;
}

/** The value that is drawn: nothing is drawn of nothing. */
const heights = ({ values }: Series): Array<number | '-'> =>
	values.map((value) => value?.median ?? '-');

/** From the lowest to the highest run: a thin line over the bar or the point. */
function whiskers(series: Series, index: number, plot: Plot): SeriesOption {
	const bars = plot.series.length;
	return {
		type: 'custom',
		silent: true,
		z: 5,
		data: series.values.flatMap((value, place) =>
			value && value.runs > 1 ? [[place, value.low, value.high]] : [],
		),
		encode: { x: 0, y: [1, 2] },
		renderItem: (_parameters, api) => {
			const layout = plot.kind === 'bars' ? api.barLayout?.({ count: bars }) : undefined;
			const offset = layout?.[index]?.offsetCenter ?? 0;
			const [x = 0, low = 0] = api.coord([api.value(0), api.value(1)]);
			const [, high = 0] = api.coord([api.value(0), api.value(2)]);
			const shape = { x1: x + offset, x2: x + offset, y1: low, y2: high };
			return { type: 'line', shape, style: { stroke: INK, lineWidth: 1.5 } };
		},
	};
}

const drawn = (series: Series, index: number, { kind }: Plot): SeriesOption => {
	const common = {
		name: series.name,
		data: heights(series),
		itemStyle: { color: series.name === LIMIT ? INK : COLORS[index % COLORS.length] },
	};
	if (kind === 'lines') return { ...common, type: 'line', symbolSize: 7, connectNulls: true };
	return { ...common, type: 'bar' };
};

function optionOf(plot: Plot): EChartsOption {
	const text = { color: INK, fontFamily: FONT };
	return {
		animation: false,
		backgroundColor: 'transparent',
		textStyle: { fontFamily: FONT },
		title: { text: plot.title, left: 'center', textStyle: { ...text, fontSize: 16 } },
		legend: {
			bottom: 0,
			data: plot.series.map(({ name }) => name),
			textStyle: { ...text, fontSize: 12 },
		},
		grid: { left: 80, right: 24, top: 56, bottom: 36 + legendLines(plot.series) * LEGEND_LINE },
		xAxis: {
			type: 'category',
			data: plot.labels,
			axisLabel: { ...text, interval: 0 },
			axisLine: { lineStyle: { color: INK } },
		},
		yAxis: {
			type: plot.logarithmic ? 'log' : 'value',
			min: leastOf(plot),
			name: plot.unit,
			nameLocation: 'middle',
			nameGap: 58,
			nameTextStyle: text,
			axisLabel: { ...text, formatter: labelOf },
			splitLine: { lineStyle: { color: GRID } },
		},
		series: plot.series.flatMap((series, index) => [
			drawn(series, index, plot),
			whiskers(series, index, plot),
		]),
	};
}

/** A plot as an SVG. */
export function drawPlot(plot: Plot): string {
	const chart = echarts.init(null, null, {
		renderer: 'svg',
		ssr: true,
		width: WIDTH,
		height: HEIGHT,
	});
	chart.setOption(optionOf(plot));
	const svg = chart.renderToSVGString();
	chart.dispose();
	return `${svg}\n`;
}
