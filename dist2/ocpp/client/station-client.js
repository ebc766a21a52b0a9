/** Calls stations that are connected to this process: one CALL in flight per station, first in, first out. */
export class StationClient {
}
//# sourceMappingURL=station-client.js.map