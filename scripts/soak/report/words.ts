export const RUN = `
A real n8n with SQLite and this package, as n8n is after its installation; the sandbox plays the five marketplaces and judges. All of this goes on at the same time, at a steady rate:
`.trim();

export const HOW = `
Every 20 seconds another marketplace answers 429 with *Retry-After: 1* to one request, whichever it is. Every minute Edumalls or Elryan, in turn, ends all tokens.

- An **event** counts as taken when n8n has answered it with 200. What is not taken is sent again as the marketplace would: Edumalls' events after 1, 5, 15 and 60 seconds, which stand for its minutes; calls of Dispatch and PrintXpand are not repeated.
- The **effect** is looked up at the marketplace: the comment at the order, the line that was prepared, the prices, the print, the note.
- **n8n keeps** the latest 1,000 executions, successful ones too, and looks for more every minute: EXECUTIONS_DATA_PRUNE_MAX_COUNT=1000, EXECUTIONS_DATA_PRUNE_SOFT_DELETE_INTERVAL=1, EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL=1, EXECUTIONS_DATA_HARD_DELETE_BUFFER=0. With its own 10,000 the database would grow for longer than the run.
- **Samples** are taken every 10 seconds: of the process from \`/proc\`, of the heap, handles and event loop from n8n's \`/metrics\`, of the data from its database. Every four minutes, and after the end, a full collection is asked for through the inspector, and what is left of the heap is noted.
- **Trends** are straight lines through what comes after the first quarter, by least squares.
- The memory of the whole process rises and falls with how many executions run side by side: n8n evaluates expressions in an isolate of V8 for each, outside the heap.
`.trim();

export const KEPT = `
The Edumalls Trigger remembers the deliveries of 24 hours, at most 5,000: the table at the end counts them in the process, and its static data holds no more than these. The Elryan Trigger keeps in its static data the names of the lines of the last 10 minutes; what it has put out before, n8n's own record of processed items knows, at most 20,000 entries, two a line. n8n writes each of them whole.
`.trim();
