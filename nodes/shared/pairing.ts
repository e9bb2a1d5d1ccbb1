/**
 * Gives each element of a request its entry of the answer: the one that names it, else, where as many are
 * left over on both sides, the one at its place. Nothing where it cannot be told: an entry that names an
 * element, even for the second time, says nothing of another.
 */
export function pairUp<E, A>(
	elements: E[],
	entries: A[],
	nameOf: (element: E) => string,
	namedBy: (entry: A) => string | undefined,
): Array<A | undefined> {
	const free = new Set(entries);
	const found = elements.map((element) => {
		const name = nameOf(element);
		const entry = [...free].find((one) => namedBy(one) === name);
		if (entry !== undefined) free.delete(entry);
		return entry;
	});
	const names = new Set(elements.map(nameOf));
	const rest = [...free].filter((entry) => {
		const name = namedBy(entry);
		return name === undefined || !names.has(name);
	});
	const open = found.filter((entry) => entry === undefined).length;
	if (open !== rest.length) return found;
	return found.map((entry) => entry ?? rest.shift());
}
