import { Global, Module } from '@nestjs/common';
import { FileStore } from './file-store.js';
import { PostgresFileStore } from './postgres-file-store.js';
import { PublicUrl } from './public-url.js';

/** The storage of files, injected as `FileStore`, and the address at which stations fetch and deliver them. */
@Global()
@Module({
  providers: [{ provide: FileStore, useClass: PostgresFileStore }, PublicUrl],
  exports: [FileStore, PublicUrl],
})
export class FilesModule {}
