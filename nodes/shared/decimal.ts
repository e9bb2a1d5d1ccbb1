/** A number as an integer of its smallest units, so that nothing is lost to floating point. */
interface Parts {
	units: bigint;
	/** How many of the digits stand behind the point. */
	scale: number;
}

const PLAIN = /^-?\d+(\.\d+)?$/;
const NUMBER = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,3}))?$/i;

function read(text: string): Parts | undefined {
	const [found, sign, whole, fraction, exponent = '0'] = NUMBER.exec(text) ?? [];
	if (found === undefined || whole + fraction === '') return undefined;
	const units = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`);
	const scale = fraction.length - Number(exponent);
	return scale < 0 ? { units: scaled(units, -scale), scale: 0 } : { units, scale };
}

function write({ units, scale }: Parts): string {
	const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
	const whole = digits.slice(0, digits.length - scale);
	const fraction = scale > 0 ? `.${digits.slice(-scale)}` : '';
	return `${units < 0n ? '-' : ''}${whole}${fraction}`;
}

const scaled = (units: bigint, by: number): bigint => units * 10n ** BigInt(by);

function partsOf(decimal: string): Parts {
	const parts = read(decimal);
	if (!parts) throw new RangeError(`'${decimal}' is not a decimal number`);
	return parts;
}

/** Both numbers in the smaller of their units. */
function aligned(a: string, b: string): [a: bigint, b: bigint, scale: number] {
	const [left, right] = [partsOf(a), partsOf(b)];
	const scale = Math.max(left.scale, right.scale);
	return [scaled(left.units, scale - left.scale), scaled(right.units, scale - right.scale), scale];
}

/**
 * The digits of a number or of a numeric text: just as they were given, or written out where they came
 * with an exponent. `undefined` where it is neither.
 */
export function toDecimal(value: unknown): string | undefined {
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	const text = String(value).trim();
	if (PLAIN.test(text)) return text;
	const parts = read(text);
	return parts && write(parts);
}

/** The exact sum of two decimals, with as many places as the more precise one has. */
export function add(a: string, b: string): string {
	const [left, right, scale] = aligned(a, b);
	return write({ units: left + right, scale });
}

/** The exact product of two decimals, with the places of both. */
export function multiply(a: string, b: string): string {
	const [left, right] = [partsOf(a), partsOf(b)];
	return write({ units: left.units * right.units, scale: left.scale + right.scale });
}

/** Below zero where `a` is less than `b`, above zero where it is more, zero where they are as much. */
export function compare(a: string, b: string): number {
	const [left, right] = aligned(a, b);
	if (left === right) return 0;
	return left < right ? -1 : 1;
}

/** The same decimal with at least so many places; none is taken away. */
export function withPlaces(decimal: string, least: number): string {
	const { units, scale } = partsOf(decimal);
	const places = Math.max(scale, least);
	return write({ units: scaled(units, places - scale), scale: places });
}
