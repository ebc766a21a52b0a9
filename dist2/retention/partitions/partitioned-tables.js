import { DAY, MONTH } from './period.js';
/**
 * Days for the message log: it is kept for weeks, and a partition is dropped as a whole, so that nothing is kept for
 * more than a day too long. Months for meter values: no question about them names a time of receipt, hence each of their
 * partitions is asked, and a year of them has to be few.
 */
export const PARTITIONED_TABLES = [
    { name: 'ocpp_messages', period: DAY, ahead: 7, keptDays: ({ messagesDays }) => messagesDays },
    { name: 'meter_values', period: MONTH, ahead: 3, keptDays: ({ meterValuesDays }) => meterValuesDays },
];
//# sourceMappingURL=partitioned-tables.js.map