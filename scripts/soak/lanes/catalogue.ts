import { randomUUID } from 'node:crypto';
import type { Sandbox } from '../../../sandbox';
import { labelPdf } from '../../../sandbox/elryan/label';
import { addProducts } from '../../../sandbox/vanillaeshop/seed';
import { catalogueLinks, COUNTS, PRICES } from './catalogueLinks';
import { chain } from './chain';
import type { Grounds, Lane } from './lane';

const PATH = 'soak-catalogue';
const TIMEOUT_MS = 120_000;

/** Fills the shops with what the catalogue workflow reads and writes. */
function stock({ edumalls, elryan, vanillaEshop }: Sandbox) {
	edumalls.store.addOrders(500);
	elryan.store.addOrders(500);
	const missing = PRICES - elryan.store.variants.length;
	if (missing > 0) elryan.store.addVariants(missing);
	addProducts(vanillaEshop.store, PRICES - vanillaEshop.store.products.size);
	const variants = elryan.store.variants.slice(0, PRICES);
	const products = [...vanillaEshop.store.products.values()].slice(0, PRICES);
	const { products: goods } = edumalls.store;
	const [parcel] = elryan.store.packages;
	if (!parcel) throw new Error('The sandbox has no package');
	parcel.tracking.base64_file = labelPdf(['Soak']).toString('base64');
	return { variants, products, goods, packageId: parcel.id };
}

/** Bulk and listing operations of all five, in one workflow that answers with what it counted. */
export function catalogue({ sandbox, credentials, url }: Grounds): Lane {
	const { variants, products, goods, packageId } = stock(sandbox);
	const listensAt = `${url}/webhook/${PATH}`;
	const wrong: string[] = [];
	const missed = new Set<number>();
	let answered = 0;
	let twice = 0;
	let run = 0;
	let underWay = false;

	const items = (price: number) =>
		variants.map(({ sku }, index) => ({
			sku,
			price,
			entityId: products[index]?.entity_id,
			goods: goods[index % goods.length]?.sku,
			customer: 5000 + index,
		}));

	async function ask(price: number): Promise<void> {
		const answer = await fetch(listensAt, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ items: items(price) }),
			signal: AbortSignal.timeout(TIMEOUT_MS),
		});
		const text = await answer.text();
		if (answer.status !== 200) return;
		answered++;
		if (text !== JSON.stringify(COUNTS)) wrong.push(`it counted ${text.slice(0, 300)}`);
		look(price);
	}

	/** What the shops know of a run, once it is through. */
	function look(price: number): void {
		const late = variants.filter((variant) => variant.price !== price).length;
		const times = products.map(
			({ specials }) => specials.filter((special) => Number(special.price) === price).length,
		);
		if (late > 0 || times.includes(0)) missed.add(price);
		for (const count of times) twice += Math.max(0, count - 1);
		// Prices are added for ever, and the sandbox would grow.
		for (const { specials } of products) specials.length = 0;
	}

	return {
		title: 'Bulk and lists',
		text: `one workflow through all five marketplaces, every 30 seconds: ${PRICES} prices at Elryan and at VanillaEshop in bulk, 40 customers at PrintXpand, 10 stocks and 500 orders at Edumalls, 500 order lines and a label as a file at Elryan, the triggers at Dispatch`,
		everyMs: 30_000,
		workflow: chain('Soak: catalogue', catalogueLinks(PATH, randomUUID(), packageId), credentials),
		async happen() {
			// The next run would set other prices while this one's are looked at.
			if (underWay) return;
			underWay = true;
			const price = ++run;
			try {
				await ask(price);
			} finally {
				underWay = false;
			}
		},
		tally: () => ({
			...{ events: answered, missing: missed.size, twice, refused: run - answered, wrong },
		}),
		executions: () => ({ least: answered, most: run }),
	};
}
