import type { MulterModuleOptions } from '@nestjs/platform-express';
import type { Request } from 'express';
import type { Readable } from 'node:stream';
import { callbackify } from 'node:util';
import type { LogRequest } from '../entities/log-request.entity.js';
import type { LogUploads } from './log-uploads.service.js';

/** A request that brings a file; the guard has found out for which request for a log. */
export interface UploadRequest extends Request {
  logRequest?: LogRequest;
  /** Of a form: the file that was taken of it. */
  taken?: boolean;
}

/** A part of a form that holds a file, whatever the station calls the field. */
interface FormFile {
  readonly originalname: string;
  readonly stream: Readable;
  /** Bytes, once it is received. */
  readonly received?: number;
}

type Done = (error: unknown, file?: Pick<FormFile, 'received'>) => void;

/** How forms are taken apart: the first file goes straight into the store, what else there is to nobody. */
export const uploadForm = (uploads: LogUploads): MulterModuleOptions => ({
  storage: {
    _handleFile: (request: UploadRequest, { originalname, stream }: FormFile, done: Done) => {
      callbackify(async () => {
        if (request.taken) return void stream.resume();
        request.taken = true;
        return receive(uploads, request, originalname, stream);
      })((error, received) => done(error, { received: received ?? undefined }));
    },
    _removeFile: (_request: Request, _file: FormFile, done: (error: null) => void) => done(null),
  },
  limits: { files: 20, fields: 20, fieldSize: 65_536, fieldNameSize: 200 },
});

async function receive(uploads: LogUploads, request: UploadRequest, name: string, stream: Readable): Promise<number> {
  // the part of a form does not notice by itself that the rest will never come
  const lost = (): void => void (request.complete || stream.destroy(new Error('the connection was lost')));
  request.once('close', lost);
  try {
    const content = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
    return await uploads.receive(request.logRequest!, { name, content, abort: () => request.destroy() });
  } finally {
    request.off('close', lost);
    stream.resume();
  }
}
