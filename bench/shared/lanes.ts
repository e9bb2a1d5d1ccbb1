/** Runs jobs, so many at a time, and gives their results in the order of the jobs. */
export async function inLanes<Job, Result>(
	jobs: Job[],
	lanes: number,
	work: (job: Job) => Promise<Result>,
): Promise<Result[]> {
	const results = new Array<Result>(jobs.length);
	let next = 0;
	const lane = async (): Promise<void> => {
		while (next < jobs.length) {
			const index = next++;
			const job = jobs[index];
			if (job !== undefined) results[index] = await work(job);
		}
	};
	await Promise.all(Array.from({ length: Math.min(lanes, jobs.length) }, lane));
	return results;
}
