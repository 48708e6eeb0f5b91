/** What most sample outlets have in common. */
export const usual = {
  agency: false,
  byline: 'by',
  date: 'long',
  paywall: false,
  tracking: null,
  validators: true,
  gzip: true,
  canonicalToAgency: false,
} as const
