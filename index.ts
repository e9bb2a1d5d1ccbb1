/** The marketplaces as values: for the generated docs, the tests, and anyone who scripts against them. */
export { edumalls } from './nodes/Edumalls/marketplace';
export { elryan } from './nodes/Elryan/marketplace';
export { vanillaEshop } from './nodes/VanillaEshop/marketplace';
export { dispatch } from './nodes/Dispatch/marketplace';
export { printXpand } from './nodes/PrintXpand/marketplace';
export type { Marketplace, Operation, Resource } from './nodes/shared/operation';
