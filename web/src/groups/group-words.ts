export const customersWords = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'customer' : 'customers'}`;

/** "19 %" */
export const shareWords = (share: number): string => `${(share * 100).toFixed(share < 0.01 ? 1 : 0)} %`;

/** Never rounded up: just under the bound must not read as the bound. */
export const silhouetteWords = (silhouette: number): string => (Math.floor(silhouette * 100) / 100).toFixed(2);

export const daysWords = (days: number): string => `${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'}`;

export const paymentsWords = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'payment' : 'payments'}`;
