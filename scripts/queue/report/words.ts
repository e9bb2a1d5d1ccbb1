import type { Effort } from '../effort';
import { ANSWER_MS } from '../run';

export const WHEN = `
One n8n process is enough for most shops. Queue mode is for those whose events come faster than one process takes them, or who do not want a long update to hold up the orders. It needs Redis and PostgreSQL, and this package in every process.
`.trim();

export const SET_UP = `
**The package in every process, in the same version.** Each process loads it from its own \`.n8n/nodes\`. In containers, build it into the image that all of them use, or give them one volume there; with \`N8N_REINSTALL_MISSING_PACKAGES=true\` a process fetches at its start what the database says is installed. What happens where it was forgotten is shown below. Update all processes together: a node's new field is unknown to an older worker.

**A folder of its own for each process** (\`N8N_USER_FOLDER\`), as in the run: a process that finds the crash journal of another one in its folder believes that it crashed itself.

**Redis that keeps what it is told**: \`appendonly yes\`, as in the run. n8n leaves in Redis only which executions wait; their data is in PostgreSQL. A Redis that comes back empty has forgotten the waiting ones; see below. A Redis that stays away for more than 10 s ends all n8n processes (\`QUEUE_BULL_REDIS_TIMEOUT_THRESHOLD\`): let your supervisor start them again.
`.trim();

export const whatWasRun = ({ deliveries, items }: Effort): string =>
	`
Main, one webhook process and two workers with 10 slots each, with n8n's default times for locks and stalled jobs, on one machine with PostgreSQL, Redis, the sandbox and the sender. One execution sets the stock of ${items.toLocaleString('en')} products, one call each; meanwhile ${deliveries.toLocaleString('en')} deliveries of order events arrive, of ten one forged and one a repeat of an earlier one, byte for byte. Each event that is accepted starts *Edumalls Trigger → Order: Add Comment*: an *act*, and one that the sandbox carries out as often as it is told. The comment is the delivery's ID, so that every effect can be counted. The sandbox takes ${ANSWER_MS} ms to say what it has done.

On the way all tokens of the marketplace are revoked, the worker that runs the bulk update is killed (SIGKILL) and started again, and Redis is restarted. The sender is as the vendor describes itself: what is not answered 200 within 10 s comes again, four times, after 1, 5, 15 and 60 minutes; here a minute takes a second, which is harder on n8n than the real thing.
`.trim();

export const PROMISES = `
- **An answer of 200 means that the execution is in the database.** The event is not lost from then on: it is done, or there is an execution that failed.
- **An execution whose worker dies does not run again.** n8n tells Bull to repeat no stalled job. Bull notices the death when the worker's lock has run out (a minute, \`QUEUE_WORKER_LOCK_DURATION\`) and at its next look (every half minute, \`QUEUE_WORKER_STALLED_INTERVAL\`). The process that put the execution into the queue then marks it as failed; if that process is gone too, main does, at its start or every 3 hours (\`N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL\`). A worker that comes back to its old folder marks as crashed what it was at.
- **Whether the dead worker had already called the marketplace, n8n does not know.** An *act* may be done and its execution failed all the same. That is the one case in which a person has to look.
- **Exactly once is promised by nobody.** n8n keeps no lock on deliveries. The trigger's filter of repeats lives in the process that receives; how much of it survives a restart, and how much a second receiving process knows, is in the table above. n8n 2.41 gives a worker no static data of the trigger, so what outlives the receiving process is what the worker that wrote last has seen: with two workers, half.
- **An overloaded webhook process refuses** (503) or answers late. The sender's repeats are what carries the events over; there are only four.
`.trim();

export const FAILED = `
Give every workflow an *Error Workflow* (workflow settings): n8n calls it for an execution that failed with its worker, too. *Retry* on such executions gave:
`.trim();

export const AFTER_RETRY = `
n8n stores the failure in place of the data when a worker dies, so an execution that is marked as failed says neither which order it was about nor can it be run again. Do this instead:

1. *set* and *read* (stocks, prices, lists): run the workflow again. It does no harm.
2. *act* (shipments, invoices, comments, mails): let a scheduled workflow look for orders that should have been handled and were not, such as paid ones without a shipment (*Order: Get Many* with *Status*, then *Filter*), and handle those. It mends every cause, a lost delivery included, and never does a thing twice, because it looks first.
`.trim();

export const CHANGES = `
- **Login**: the token is in the credential, which all processes share, so a worker uses the one that another got. A renewal is one login a process at most, also where many executions need it at once.
- **Rate limit**: the speed is adapted in each process, and each adapts for itself. Two workers may have twice the calls in flight (*Max Concurrent Requests* counts for each) and share what the marketplace gives; what it refuses with 429 is repeated.
- **Repeated deliveries**: let one webhook process receive the marketplace's events, or see that a repeat reaches the same one (chosen by path, not by sender). Otherwise a repeat may start the workflow again, and the workflow should look before it acts.
- **Polling triggers and schedules** run in main only; their executions go to the workers. With several mains (an n8n licence) the leader polls.
- **Labels and other files**: n8n 2.41 keeps them in the database in queue mode by itself. Do not set \`N8N_DEFAULT_BINARY_DATA_MODE=filesystem\`: a worker's files are not on main's disk.
- **Manual executions** in the editor run in main, unless \`OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS=true\`.
- **Concurrency**: an *act* goes one at a time within an execution; ten slots of a worker are ten at a time. Where the order of events counts, look at the order's present state instead of trusting the event.
`.trim();
