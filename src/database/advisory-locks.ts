/** What of several processes only one may do at a time: the numbers of its advisory locks in PostgreSQL. */
export const LOCKS = {
  migration: 0x7a75_0001,
  adminKey: 0x7a75_0002,
  housekeeping: 0x7a75_0003,
  closingTransactions: 0x7a75_0004,
  firmwareCampaigns: 0x7a75_0041,
} as const;
