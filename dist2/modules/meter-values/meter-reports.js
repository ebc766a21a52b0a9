/**
 * Where meter values are kept. Declared here and provided by the transactions block, since values and the transaction
 * that they belong to are stored in one commit.
 */
export class MeterReports {
}
//# sourceMappingURL=meter-reports.js.map