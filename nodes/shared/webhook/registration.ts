import { createHash } from 'node:crypto';

/** What the service tells of a webhook that is registered with it. */
export interface Registered {
	id: string;
	name: string;
	/** It is switched on at the service. */
	isActive: boolean;
}

/** The two marks at the end of a registration's name. */
export interface Tags {
	/** Whose it is: of this n8n, this node, and this kind of URL. */
	owner: string;
	/** What it says, its whole URL included. */
	content: string;
}

const short = (parts: unknown[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);

/**
 * Marks a registration, for services that do not show where one of theirs points to.
 * They are computed and not stored: n8n loses a node's stored data when it is renamed.
 *
 * @param owner what stays the same as long as it is the same node of the same n8n
 * @param content what makes the registration out of date when it changes
 */
export const tagsOf = (owner: unknown[], content: unknown[]): Tags => ({
	owner: short(owner),
	content: short(content),
});

const TAGS = /\[([0-9a-f]{8}) ([0-9a-f]{8})\]\s*$/;

/** A name for people, with the marks at its end. */
export const nameWith = (name: string, { owner, content }: Tags): string =>
	`${name} [${owner} ${content}]`;

function tagsIn(name: string): Tags | undefined {
	const [, owner, content] = TAGS.exec(name) ?? [];
	return owner === undefined ? undefined : { owner, content };
}

/** The registrations of this node, as they are and as they were. */
export const ownOf = (all: Registered[], { owner }: Tags): Registered[] =>
	all.filter(({ name }) => tagsIn(name)?.owner === owner);

/**
 * Sorts the registrations of this node into the one to keep and those to remove. What is another's is in
 * neither.
 */
export function sortOut(
	all: Registered[],
	tags: Tags,
): { keep?: Registered; remove: Registered[] } {
	const own = ownOf(all, tags);
	const keep = own.find(({ name, isActive }) => isActive && tagsIn(name)?.content === tags.content);
	return { keep, remove: own.filter((one) => one !== keep) };
}
