/** What waits for the database; new stations are kept out while it is too much. */
export class Workload {
}
/** The inventory of stations, as the kernel sees it. */
export class StationDirectory {
}
/** Where exchanges are kept. Writing is best effort: it may be dropped and counted under load. */
export class MessageLog {
}
//# sourceMappingURL=ports.js.map