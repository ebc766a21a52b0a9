import { emptyFolder, removeFolders, TauProcess } from '../../system/tau-process.js';
import { OwnPostgres } from './own-postgres.js';
import { IdleProbe } from './watched-tau.js';

/** What all rows of a run share: a PostgreSQL with a database for each, and an idle process to compare with. */
export class Grounds {
  private databases = 0;

  private constructor(
    readonly postgres: OwnPostgres,
    readonly idle: IdleProbe,
  ) {}

  static async prepare(): Promise<Grounds> {
    const [postgres, idle] = await Promise.all([OwnPostgres.start(emptyFolder()), IdleProbe.start()]);
    return new Grounds(postgres, idle);
  }

  /** @returns the name of an empty database */
  async freshDatabase(postgres = this.postgres): Promise<string> {
    const name = `faults_${++this.databases}`;
    await postgres.createDatabase(name);
    return name;
  }

  async leave(): Promise<void> {
    await TauProcess.stopAll();
    await this.idle.stop();
    await this.postgres.stop();
    removeFolders();
  }
}
