import { field, file, flag, text, textOf, texts, toTexts } from '../../shared/fields';
import type { AnswerFile, Resource } from '../../shared/operation';
import { create } from './packageCreate';
import { getAll, packageId, simplifyPackage } from './packageList';
import { provider, sendDeprecatedProviderField, withDeprecated } from './packageProvider';

const TRUSTED_HOSTS = 'Trusted Label Hosts';

const OUTPUT_FIELD = 'Put Output File in Field';

const outputOf = ({ outputField }: Record<string, unknown>) =>
	textOf(outputField ?? 'data', OUTPUT_FIELD);

/** The label of a package: its content, or else where it lies. */
const label: AnswerFile = {
	when: ({ downloadLabel }) => downloadLabel === true,
	field: outputOf,
	base64: 'tracking.base64_file',
	url: 'tracking.tracking_pdf',
	hosts: ({ trustedHosts }) => toTexts(trustedHosts ?? [], TRUSTED_HOSTS),
	fileName: ({ id }) => `package-${String(id)}`,
	missing: [
		'The package has no label',
		"A label may come only when the package is fulfilled; turn off 'Download Label' to read the package without one",
	],
};

/** What all that change a package have in common. */
const change = {
	effect: 'act' as const,
	record: 'data',
	simplify: simplifyPackage,
	verify: "Look at the package with 'Package: Get' before you run it again",
};

/** What both ways of fulfilling have in common: only one of them applies to a package. */
const fulfillment = {
	...change,
	method: 'POST' as const,
	options: { sendDeprecatedProviderField },
	envelope: withDeprecated('provider', 'tracking_provider'),
};

/** Parcels. Facts: the Elryan reference, "Packages". */
export const packages: Resource = {
	name: 'Package',
	operations: {
		cancel: {
			...change,
			name: 'Cancel',
			action: 'Cancel package',
			description: 'Cancel a package that is not on its way',
			source: 'inferred',
			method: 'GET',
			path: '/packages/cancel/{packageId}',
			fields: { packageId },
		},
		create,
		fulfill: {
			...fulfillment,
			name: 'Fulfill',
			action: 'Fulfill package',
			description:
				"Hand a package to a carrier of your own, with its label and tracking. Only one of 'Fulfill' and 'Fulfill Online' applies to a package.",
			path: '/packages/fulfill/{packageId}',
			fields: { packageId },
			optional: {
				base64File: file('Label File Field', {
					to: 'base64_file',
					description: 'The name of the input field that holds the label as a file',
				}),
				provider: provider(),
				trackingBarcode: text('Tracking Barcode', { to: 'tracking_barcode' }),
				trackingLink: text('Tracking Link', {
					to: 'tracking_link',
					placeholder: 'e.g. https://carrier.example/track/123',
					description: 'Where the buyer can follow the package',
				}),
				trackingPdf: text('Label URL', {
					to: 'tracking_pdf',
					placeholder: 'e.g. https://carrier.example/labels/123.pdf',
					description: 'Where the label can be fetched as a PDF',
				}),
			},
		},
		fulfillOnline: {
			...fulfillment,
			name: 'Fulfill Online',
			action: 'Fulfill package online',
			description:
				"Hand a package to one of Elryan's carriers that offer online shipping. Only one of 'Fulfill' and 'Fulfill Online' applies to a package.",
			source: 'inferred',
			path: '/packages/fulfill-online/{packageId}',
			fields: { packageId },
			optional: { provider: provider() },
		},
		get: {
			name: 'Get',
			action: 'Get package',
			description: 'Retrieve one package, with its label as a file if wanted',
			effect: 'read',
			method: 'GET',
			path: '/packages/{packageId}',
			record: 'data',
			fields: { packageId },
			options: {
				downloadLabel: flag('Download Label', {
					in: 'none',
					description:
						'Whether to put out the label as a file. A package that has none is an error then.',
				}),
				outputField: field(OUTPUT_FIELD, 'string', 'data', {
					in: 'none',
					placeholder: 'e.g. data',
					description: 'The name of the output field that the label goes to',
				}),
				trustedHosts: texts(TRUSTED_HOSTS, {
					in: 'none',
					placeholder: 'e.g. labels.carrier.example',
					description:
						"Hosts that a label may be fetched from when the package only names its address, beside Elryan's own",
				}),
			},
			file: label,
			simplify: simplifyPackage,
		},
		getAll,
	},
};
