import { CallError, CallTimeoutError, OfflineError } from './simulator/index.js';
/** How often a driver tries a token while the station has no connection. */
const ATTEMPTS = 20;
/**
 * A driver's visit: plugs in, authorizes, charges, stops, unplugs.
 * @returns the energy in Wh, or undefined where the token was refused
 */
export async function visit(station, { token, seconds, evseId = 1, note }) {
    const { meter } = station.evse(evseId);
    const before = meter.energyWh;
    note('A vehicle is plugged in.');
    await station.plugIn(evseId);
    note(`The driver holds the token ${token.value} to the reader.`);
    const status = await authorize(station, token, evseId);
    if (status !== 'Accepted') {
        note(`The token is refused: ${status}. The driver leaves.`);
        await station.unplug(evseId);
        return undefined;
    }
    note(`Charging for ${seconds} seconds.`);
    await station.charge({ seconds, evseId });
    // somebody else may have stopped it meanwhile
    if (station.evse(evseId).transaction)
        note('The driver stops.');
    await station.stop(token, evseId);
    await station.unplug(evseId);
    const energyWh = Math.round(meter.energyWh - before);
    note(`The vehicle leaves with ${(energyWh / 1000).toFixed(2)} kWh.`);
    return energyWh;
}
/** Tries again where the line was lost on the way. */
async function authorize(station, token, evseId) {
    for (let attempt = 1;; attempt++) {
        try {
            return await station.authorize(token, evseId);
        }
        catch (error) {
            if (error instanceof CallError)
                return error.message;
            if (attempt === ATTEMPTS || !(error instanceof OfflineError || error instanceof CallTimeoutError))
                throw error;
        }
    }
}
//# sourceMappingURL=driver.js.map