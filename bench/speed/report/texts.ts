import { BOUND } from '../contenders/bound';
import { WARM_SIZE } from '../tasks/measure';

/** How each chapter was measured, in words. */

export const HOW = `
One command, one run: every contender works on the same sandbox, in turn (A, B, C, then again), and each in a process of its own that has warmed up with ${WARM_SIZE} items. The sandbox has a process of its own too, so that its work is not the contender's. Times are the median, in brackets the quickest and the slowest run. What a run said is held against the sandbox's store, as in [reliability.md](reliability.md): lost, twice, misreported. Who is not right in every run is shown and not ranked.

- **this package**: its node as it is by default, *Continue (using error output)*.
- **HTTP Request**: n8n's own node (4.5) built with care: the token in a header, *Batching* so that as many calls are in flight as with the others, *Retry On Fail* (3 tries, 100 ms apart); for a list its *Pagination*. *Batching* does not wait for answers, so its rest between batches is the latency and 10 ms; under a limit it is 10 requests every 250 ms.
- **HTTP Request + Loop Over Items**: ${BOUND} items a round; one, where something must not happen twice.
- **HTTP Request, chunks by Aggregate and Split Out**: four nodes of n8n that make one request of 100 items; and the same with Loop Over Items and Aggregate.
- **HTTP Request, pages as items**: the first page tells the total; Edit Fields and Split Out make an item of each other page. It takes the list to stand still.
- **HTTP Request without a bound**: as it is by default. Shown once, not ranked.
- **bare client**: Node's own \`http\` with connections that stay open, written for the task, outside n8n. It repeats nothing but a 429. It is the limit, and so are the next two:
- **bare client behind n8n expressions**: the bare client in a node that has n8n work out one expression for each value of each item, as n8n's own nodes do.
- **bare client on n8n’s HTTP helper**: the bare client in a node, sending as n8n lets a node send: by a helper that opens a new connection for every call.

All but the one without a bound have at most ${BOUND} calls in flight, which is this package's default; acts go one at a time. The column *in flight* is the most that the sandbox saw. The latency is the sandbox's: what is added to the time that it works.
`.trim();

export const STOCK = `
\`Product: Update Stock\` at Edumalls, which has no call for many: one request for each item.
`.trim();

export const PRICES = `
\`Variant: Update Price and Stock\` at Elryan, which takes many items in one request: 100, this package's default, for all who make such requests.
`.trim();

export const LISTS = `
\`Order: Get Many\` with *Return All*. Edumalls tells the total (pages of 50), Elryan does not (pages of 100), and the bare client reads ahead there until a page is short. This package reads some pages twice at their edges, to know that nothing was missed.
`.trim();

export const MAGENTO = `
n8n's Magento 2 node has no call that any of the five marketplaces answers: Edumalls and PrintXpand are built on Magento and have addresses of their own. At a shop with Magento's own list its *Return All* asks for the first page again and again, so it stands in no ranking.
`.trim();

export const SHIPMENTS = `
\`Order: Create Shipment\` at Edumalls, one at a time, while every 20th request fails: 500 or 503 before or after it was carried out, or a connection that is reset before or after. *Unknown* is the true word where the answer was lost. The sandbox refuses a second shipment of an order, so nothing can be twice there, and whoever asks again without knowing is saved by that; a mail to a buyer (\`Order: Add Comment\` with *Notify Buyer*) has no such guard.
`.trim();

export const LIMITED = `
A shop that serves 40 requests a second (40 at once, then one every 25 ms) and answers the others with 429 and *Retry-After: 1*. Nobody tells this package and the bare client of the limit; HTTP Request was built for it.
`.trim();

export const GROWTH = `
Does an item cost more when there are more of them? The processor's time of one run, divided by its items, against a server that answers at once. A run is a whole execution of a workflow by n8n's engine, in a fresh process that has warmed up.
`.trim();

export const MEMORY = `
The most memory that a run added to its process (resident set, at its highest, less what it was before the run), each run in a fresh process that has warmed up; median of three.
`.trim();
