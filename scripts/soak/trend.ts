/** A straight line through values over time. */
export interface Trend {
	/** How much it rises in an hour. */
	perHour: number;
	/** Half the width of its 95 % confidence interval, where there are enough values to tell. */
	margin: number;
	/** How many values it is laid through. */
	values: number;
}

export interface Point {
	seconds: number;
	value: number;
}

const HOUR = 3600;

const mean = (values: number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/** Student's t at 97.5 %: from a table for few degrees of freedom, and its limit with a correction beyond. */
function studentT(freedom: number): number {
	const table = [12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23];
	return table[freedom - 1] ?? 1.96 + 2.4 / freedom;
}

/** The least squares' line. */
export function trendOf(points: Point[]): Trend {
	const values = points.length;
	const x = mean(points.map(({ seconds }) => seconds / HOUR));
	const y = mean(points.map(({ value }) => value));
	let spread = 0;
	let together = 0;
	for (const { seconds, value } of points) {
		spread += (seconds / HOUR - x) ** 2;
		together += (seconds / HOUR - x) * (value - y);
	}
	const perHour = spread === 0 ? 0 : together / spread;
	let rest = 0;
	for (const { seconds, value } of points) {
		rest += (value - y - perHour * (seconds / HOUR - x)) ** 2;
	}
	const freedom = values - 2;
	const margin =
		freedom > 0 && spread > 0 ? studentT(freedom) * Math.sqrt(rest / freedom / spread) : Infinity;
	return { perHour, margin, values };
}
