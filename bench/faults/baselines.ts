import { runtimeModules } from '../../scripts/n8n/layout';
import { httpRequest } from '../shared/contenders/httpRequest';

/** n8n's HTTP Request with *Retry On Fail*, three tries a second apart, as a node is by default. */
export const httpStop = httpRequest(runtimeModules, 'HTTP Request, stop');

/** The same with a row of its own for each item. */
export const httpContinue = httpRequest(runtimeModules, 'HTTP Request, continue', () => ({
	onError: 'continueErrorOutput',
}));
