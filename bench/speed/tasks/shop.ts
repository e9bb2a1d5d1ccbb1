import { judge } from '../../shared/judge';
import { serve } from '../../shared/serve';
import type { Stage } from '../../shared/stage';
import { jobOf, OPENERS } from '.';
import { EFFECTS, type Setting, type ShopCalls } from './task';
import { trouble } from './trouble';

/** The sandbox in a process of its own, so that what it costs is not the contender's. */

let open: { stage: Stage; setting: Setting } | undefined;

const TOO_MANY = 429;

const calls: ShopCalls = {
	open: async (setting: Setting) => {
		await open?.stage.shop.close();
		const stage = await OPENERS[setting.task](setting.size);
		open = { stage, setting };
		trouble(stage, setting);
		stage.shop.resetStats();
		return jobOf(stage, setting);
	},
	judge: (told) => {
		if (!open) throw new Error('No shop is open');
		const { stage, setting } = open;
		const { requests, maxInFlight } = stage.shop;
		return {
			verdict: judge(told, stage.truth, EFFECTS[setting.task] === 'act'),
			requests: requests.length,
			refused: requests.filter(({ status }) => status === TOO_MANY).length,
			mostInFlight: maxInFlight,
		};
	},
};

serve(calls);
