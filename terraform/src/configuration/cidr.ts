/** The first and the last address of a network, as numbers. */
function range(cidr: string): { first: number; last: number; bits: number } {
  const [address = '', length = ''] = cidr.split('/');
  const bits = Number(length);
  const hosts = 2 ** (32 - bits);
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const first = Math.floor(value / hosts) * hosts;
  return { first, last: first + hosts - 1, bits };
}

/** Whether two networks in CIDR notation have an address in common. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [range(one), range(other)];
  return a.first <= b.last && b.first <= a.last;
}

/** The part of a network with that number, when it is divided into sixteen. */
export function sixteenth(cidr: string, index: number): string {
  const { first, bits } = range(cidr);
  const start = first + index * 2 ** (32 - bits - 4);
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${parts.join('.')}/${bits + 4}`;
}
