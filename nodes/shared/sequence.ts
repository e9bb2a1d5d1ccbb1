/** How elements of one run depend on each other. */
export interface Dependence<T> {
	/** Names an element. Two with the same name are one record of the marketplace, sent in their order. */
	mark?(element: T): string;
	/** The mark of the element that must be there before this one, such as a parent's. */
	after?(element: T): string | undefined;
}

/** Elements in their order, save that each comes after the one it needs. What needs each other stays. */
export function inSequence<T>(elements: T[], { mark, after }: Dependence<T>): T[] {
	if (!mark || !after) return elements;
	const first = new Map<string, T>();
	for (const element of elements) {
		if (!first.has(mark(element))) first.set(mark(element), element);
	}
	const placed = new Set<T>();
	for (const element of elements) {
		const chain = new Set<T>();
		let next: T | undefined = element;
		while (next !== undefined && !placed.has(next) && !chain.has(next)) {
			chain.add(next);
			const needed: string | undefined = after(next);
			next = needed === undefined ? undefined : first.get(needed);
		}
		for (const one of [...chain].reverse()) placed.add(one);
	}
	return [...placed];
}

/** For each group, the last earlier groups that must have come to an end before it is sent. */
export function waitsOf<T>(groups: T[][], { mark, after }: Dependence<T>): number[][] {
	const latest = new Map<string, number>();
	return groups.map((members, index) => {
		const needed = members.flatMap((element) => [mark?.(element), after?.(element)]);
		const waits = needed.flatMap((name) => {
			const group = name === undefined ? undefined : latest.get(name);
			return group === undefined ? [] : [group];
		});
		for (const element of members) {
			const name = mark?.(element);
			if (name !== undefined) latest.set(name, index);
		}
		return [...new Set(waits)];
	});
}

/** Lets jobs wait for earlier ones. Jobs must start in their order, or two could wait for each other. */
export function gates(count: number) {
	const opens: Array<() => void> = [];
	const gate = Array.from({ length: count }, () => new Promise<void>((open) => opens.push(open)));
	return {
		pass: async (indexes: number[]) =>
			void (await Promise.all(indexes.map((index) => gate[index]))),
		open: (index: number) => opens[index](),
	};
}
