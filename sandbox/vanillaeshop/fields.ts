import { isObject } from '../shared/json';
import { elementsOf, textOf, type Fields } from './laravel/php';

/** Readers of input that has passed its rules, where numbers may still be texts. */

export const text = (fields: Fields, key: string): string => textOf(fields[key]);

export const textOrNull = (fields: Fields, key: string): string | null =>
	textOf(fields[key]) || null;

export const whole = (value: unknown): number => Math.trunc(Number(textOf(value))) || 0;

/** An amount as the database's decimals have it. */
export const money = (value: unknown): string => (Number(textOf(value)) || 0).toFixed(4);

export const flag = (value: unknown): 0 | 1 => (textOf(value) === '1' ? 1 : 0);

export const group = (fields: Fields, key: string): Fields => {
	const value = fields[key];
	return isObject(value) ? value : {};
};

export const rows = (value: unknown): Fields[] => elementsOf(value).filter(isObject);
