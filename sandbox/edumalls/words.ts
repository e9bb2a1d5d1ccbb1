import type { Voice } from '../shared/answer';

/** The vendor's own words, to the letter: what depends on them must meet them here first. */
export const WORDS = {
	invalidCredentials: 'Invalid customer credentials.',
	notASeller: 'Access denied. Customer is not a seller.',
	integrationDisabled:
		'Integration is currently disabled. Please contact support for more details.',
	tokenRevoked: 'Bearer token is revoked.',

	orderRetrieved: 'Order retrieved successfully',
	orderStatusUpdated: 'Order status updated successfully.',
	orderShipped: 'Order shipped successfully.',
	orderInvoiced: 'Order invoiced successfully.',
	orderCancelled: 'Order cancelled successfully.',
	orderCommentAdded: 'Order comment added successfully.',
	orderNotFound: 'Order not found or you do not have permission to access it.',
	notAllowed: 'This action is not allowed.',

	productRetrieved: 'Product retrieved successfully',
	productDataUpdated: 'Product data updated successfully.',
	productPriceUpdated: 'Product price updated successfully.',
	productStockUpdated: 'Product stock updated successfully.',
	productNotFound: 'Product not found or you do not have permission to access it.',
	productNotFoundForUpdate: 'Product not found or you do not have permission to update it.',

	noCustomers: 'No customers found for this seller',
	groupsRetrieved: 'Customer groups retrieved successfully',
	invalidPage: "Field 'page' must be an integer greater than or equal to 1.",
} as const;

/** Magento's own words, for what the vendor does not document. */
export const MAGENTO = {
	locked: {
		message:
			'The account sign-in was incorrect or your account is disabled temporarily. ' +
			'Please wait and try again later.',
	},
	unknownToken: {
		message: "The consumer isn't authorized to access %resources.",
		parameters: { resources: 'self' },
	},
	noContentType: { message: 'Content-Type header is empty.' },
	malformed: { message: 'Decoding error.' },
	noRoute: { message: 'Request does not match any route.' },
} as const;

/** What Magento, or the vendor's module, says when something else goes wrong. */
export const VOICE: Voice = {
	success: () => ({ success: true, message: 'OK' }),
	failure: (message) => ({ success: false, message }),
	serverError: () => ({ message: 'Internal Error. Report ID: webapi-sandbox' }),
	tooManyRequests: () => ({ message: 'Too Many Requests', trace: null }),
	movedTo: 'https://moved.edumalls.example/',
};
