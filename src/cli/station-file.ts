import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StationMemory } from './simulator/index.js';

interface Kept extends StationMemory {
  password?: string;
}

/** What a simulated station keeps between two runs: its password, meter registers and availability. */
export class StationFile {
  private readonly file: string;
  private readonly kept: Kept;

  constructor(dataDir: string, stationId: string) {
    this.file = path.join(dataDir, 'simulator', encodeURIComponent(stationId));
    this.kept = { inoperative: [], meterWh: {}, ...read(this.file) };
  }

  get password(): string | undefined {
    return this.kept.password;
  }

  set password(password: string) {
    this.kept.password = password;
    this.save();
  }

  get memory(): StationMemory {
    return this.kept;
  }

  save(): void {
    mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
    writeFileSync(this.file, `${JSON.stringify(this.kept)}\n`, { mode: 0o600 });
  }
}

function read(file: string): Partial<Kept> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>;
  } catch {
    // a new station, or one whose file is damaged: both get a new password
    return {};
  }
}
