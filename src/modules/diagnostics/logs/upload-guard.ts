import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { UPLOAD_PATH } from './log-orders.js';
import { LogUploads, UploadRefusedError } from './log-uploads.service.js';
import type { UploadRequest } from './upload-form.js';

/** A capability, and what a station has put behind it: 1.6 stations add the name of the file, with or without a slash. */
const PATH = /^\/*([\w-]{43})\/*(.*)$/;
/** What a form adds around its file at most. */
const FORM_BYTES = 65_536;

/** Lets those in whose URL carries the right to upload; before a byte of what they bring is read. */
@Injectable()
export class UploadGuard implements CanActivate {
  constructor(private readonly uploads: LogUploads) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<UploadRequest>();
    if (request.method !== 'PUT' && request.method !== 'POST') {
      context.switchToHttp().getResponse<Response>().setHeader('Allow', 'PUT, POST');
      throw new UploadRefusedError(405, 'Upload by PUT or POST.');
    }
    const [, capability] = pathOf(request);
    if (capability === undefined) throw new UploadRefusedError(404, 'There is no such upload URL.');
    request.logRequest = await this.uploads.find(capability);
    this.assertWhole(request);
    return true;
  }

  private assertWhole({ headers }: UploadRequest): void {
    if (headers['content-range'] !== undefined) {
      throw new UploadRefusedError(400, 'Upload the file as a whole: parts of it are not put together.');
    }
    if (Number(headers['content-length'] ?? 0) > this.uploads.maxBytes + FORM_BYTES) {
      throw new UploadRefusedError(413, `The file is too large: ${this.uploads.maxBytes} bytes are the most.`);
    }
  }
}

const pathOf = ({ originalUrl }: UploadRequest): string[] =>
  PATH.exec(originalUrl.split('?', 1)[0]!.slice(UPLOAD_PATH.length)) ?? [];

/** The name of the file that stands in the URL; undefined where none does, or none that can be read. */
export function nameInUrl(request: UploadRequest): string | undefined {
  try {
    return decodeURIComponent(pathOf(request)[2] ?? '') || undefined;
  } catch {
    return undefined;
  }
}
