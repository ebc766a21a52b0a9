import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
/** What a simulated station keeps between two runs: its password, meter registers and availability. */
export class StationFile {
    file;
    kept;
    constructor(dataDir, stationId) {
        this.file = path.join(dataDir, 'simulator', encodeURIComponent(stationId));
        this.kept = { inoperative: [], meterWh: {}, ...read(this.file) };
    }
    get password() {
        return this.kept.password;
    }
    set password(password) {
        this.kept.password = password;
        this.save();
    }
    get memory() {
        return this.kept;
    }
    save() {
        mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
        writeFileSync(this.file, `${JSON.stringify(this.kept)}\n`, { mode: 0o600 });
    }
}
function read(file) {
    try {
        return JSON.parse(readFileSync(file, 'utf8'));
    }
    catch {
        // a new station, or one whose file is damaged: both get a new password
        return {};
    }
}
//# sourceMappingURL=station-file.js.map