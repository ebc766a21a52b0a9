import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, type Type } from '@nestjs/common';
import { FileInterceptor, type MulterModuleOptions } from '@nestjs/platform-express';
import type { Request } from 'express';
import type { Readable } from 'node:stream';
import { callbackify } from 'node:util';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import { Config } from '../../../config/config.js';
import { FileStore, type StoredFile } from '../../../files/file-store.js';

/** The part of a form that holds the image. */
interface FormFile {
  readonly originalname: string;
  readonly stream: Readable;
}

type Done = (error: unknown, file?: { readonly stored: StoredFile }) => void;

/** How forms are taken apart: the file goes straight into the store, the fields are few and short. */
export const formOptions = (files: FileStore, config: Config): MulterModuleOptions => ({
  storage: {
    _handleFile: (_request: Request, { originalname, stream }: FormFile, done: Done) => {
      const file = { name: originalname, mediaType: 'application/octet-stream', content: stream };
      const store = async (): Promise<{ stored: StoredFile }> => {
        try {
          return { stored: await files.put({ ...file, maxSize: config.firmware.maxBytes }) };
        } catch (error) {
          // what else arrives of it is nobody's
          stream.resume();
          throw error;
        }
      };
      callbackify(store)(done);
    },
    _removeFile: (_request: Request, { stored }: { stored?: StoredFile }, done: (error: unknown) => void) => {
      callbackify(async () => stored && files.delete(stored.id))(done);
    },
  },
  limits: { files: 1, fields: 20, fieldSize: 8192, fieldNameSize: 100 },
});

/** Reads the field `file` of a form; a body of any other kind is left alone. */
export const FormFileUpload: Type<NestInterceptor> = FileInterceptor('file');

/** Deletes the file of a form whose fields turn out to be wrong. */
@Injectable()
export class DiscardsRefused implements NestInterceptor {
  constructor(private readonly files: FileStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { file } = context.switchToHttp().getRequest<{ file?: { stored?: StoredFile } }>();
    const stored = file?.stored;
    if (!stored) return next.handle();
    const refuse = (error: unknown) => from(this.files.delete(stored.id)).pipe(mergeMap(() => throwError(() => error)));
    return next.handle().pipe(catchError(refuse));
  }
}
