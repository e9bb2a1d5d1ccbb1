import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as echarts from 'echarts';
import { format, resolveConfig } from 'prettier';
import type { Line, Plot } from './plots';

const SIZE = { width: 860, height: 360 };

/** Legible on a light page and on a dark one. */
const COLOURS = ['#3b82c4', '#e0803a', '#4fa36b', '#a06cc8'];
const TEXT = '#808890';
const GRID = '#80889033';

const MINUTE = 60;

const shown = (value: number): number => Number(value.toPrecision(4));

const seriesOf = ({ name, points, dots }: Line) => ({
	name,
	type: 'line' as const,
	data: points.map(({ seconds, value }) => [shown(seconds / MINUTE), shown(value)]),
	showSymbol: dots === true,
	symbolSize: 7,
	lineStyle: { width: dots ? 2 : 1.5 },
});

/** Where the warm-up ends. */
const warmUp = (minutes: number) => ({
	silent: true,
	itemStyle: { color: '#80889014' },
	label: { show: true, position: 'insideTopLeft' as const, color: TEXT, formatter: 'warm-up' },
	data: [[{ xAxis: 0 }, { xAxis: minutes / 4 }] as [{ xAxis: number }, { xAxis: number }]],
});

const boundLine = (bound: number) => ({
	silent: true,
	symbol: 'none',
	lineStyle: { color: TEXT, type: 'dashed' as const },
	label: { formatter: 'bound of static data', position: 'insideEndTop' as const, color: TEXT },
	data: [{ yAxis: bound }],
});

function toSvg({ title, unit, lines, bound, logarithmic }: Plot, minutes: number): string {
	const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
	const axis = {
		axisLabel: { color: TEXT },
		nameTextStyle: { color: TEXT },
		axisLine: { lineStyle: { color: TEXT } },
		splitLine: { lineStyle: { color: GRID } },
	};
	chart.setOption({
		animation: false,
		color: COLOURS,
		textStyle: { fontFamily: 'sans-serif' },
		title: { text: title, left: 'center', textStyle: { color: TEXT, fontSize: 15 } },
		legend: { bottom: 0, textStyle: { color: TEXT } },
		grid: { left: 70, right: 30, top: 50, bottom: 75 },
		xAxis: {
			type: 'value',
			name: 'minutes',
			nameLocation: 'middle',
			nameGap: 26,
			...axis,
			max: minutes,
		},
		yAxis: logarithmic
			? { type: 'log', name: unit, ...axis }
			: { type: 'value', name: unit, ...axis },
		series: lines.map((line, index) => ({
			...seriesOf(line),
			...(index === 0 ? { markArea: warmUp(minutes) } : {}),
			...(index === 0 && bound !== undefined ? { markLine: boundLine(bound) } : {}),
		})),
	});
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}

/** Draws the pictures into a folder. */
export async function draw(plots: Plot[], minutes: number, folder: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	for (const plot of plots) {
		writeFileSync(join(folder, `${plot.name}.svg`), `${toSvg(plot, minutes)}\n`);
	}
}

/** Writes a document as the tree is formatted. */
export async function writeMarkdown(file: string, text: string): Promise<void> {
	const options = await resolveConfig(file);
	writeFileSync(file, await format(text, { ...options, filepath: file }));
}
