/** A figure over several runs: the median, and between what it lay. */
export interface Spread {
	median: number;
	low: number;
	high: number;
	runs: number;
}

/** One contender's values in a plot, in the order of the plot's labels; nothing where it did not run. */
export interface Series {
	name: string;
	values: Array<Spread | undefined>;
}

/** A picture for the document, drawn to `docs/images/performance/<name>.svg`. */
export interface Plot {
	name: string;
	title: string;
	kind: 'bars' | 'lines';
	/** What the values are, with their unit: `milliseconds`, `executions a second`. */
	unit: string;
	labels: string[];
	series: Series[];
	logarithmic?: boolean;
}

/** What was to be reached, and what was. */
export interface Goal {
	text: string;
	measured: string;
	reached: boolean;
	/** Where it was missed: the cause, as measured. */
	cause?: string;
}

export interface Table {
	caption?: string;
	head: string[];
	rows: string[][];
}

/** One chapter of `docs/performance.md`: tables say what is right before they say what is quick. */
export interface Section {
	title: string;
	/** Markdown: what was done, and how. */
	text: string;
	tables: Table[];
	plots: Plot[];
	goals: Goal[];
}

/** How thoroughly to measure: the whole, or little of everything for the checks of each change. */
export interface Effort {
	quick: boolean;
}
