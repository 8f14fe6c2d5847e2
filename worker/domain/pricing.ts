/** Rule: rate per hour × minutes / 60, rounded half up, once. Whole cents in and out. */
export function priceCents(hourlyRateCents: number, minutes: number): number {
  return Math.floor((hourlyRateCents * minutes + 30) / 60);
}
