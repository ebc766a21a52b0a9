/** What a version of OCPP has, and what of it is built. */
export interface VersionMessages {
  readonly version: string;
  /** What stations may ask; built: a functional block handles it. */
  readonly station: readonly Message[];
  /** What the CSMS may ask; built: there is a command for it. */
  readonly csms: readonly Message[];
  /** In the standard of that version, but unknown to TAU in either direction. */
  readonly unspoken: readonly string[];
}

interface Message {
  readonly action: string;
  readonly built: boolean;
}

/** A test and the CALLs that were answered while it ran. */
export interface ConformanceTest {
  /** Of the test, behind those of the blocks around it. */
  readonly name: string;
  /** Path of its file in the repository. */
  readonly file: string;
  readonly passed: boolean;
  readonly exchanges: readonly {
    readonly version: string;
    readonly from: 'station' | 'csms';
    readonly action: string;
    /** CALLRESULT, or the code of a CALLERROR. */
    readonly answer: string;
  }[];
}

/** The ids that the name of a test gives it. */
export function idsIn(name: string): { readonly certification: string[]; readonly useCases: string[] };

/** The page in Markdown; the same for the same evidence, in whatever order it comes. */
export function conformancePage(versions: readonly VersionMessages[], tests: readonly ConformanceTest[]): string;
