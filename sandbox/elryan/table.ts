/** Records in the order of their making, found by a key. Records change in place. */
export interface Table<T> {
	/** The same array for ever; `clear` empties it in place. */
	readonly rows: T[];
	get(key: string): T | undefined;
	add(record: T): T;
	clear(): void;
}

export function createTable<T>(keyOf: (record: T) => string): Table<T> {
	const rows: T[] = [];
	const byKey = new Map<string, T>();
	return {
		rows,
		get: (key) => byKey.get(key),
		add(record) {
			rows.push(record);
			byKey.set(keyOf(record), record);
			return record;
		},
		clear() {
			rows.length = 0;
			byKey.clear();
		},
	};
}
