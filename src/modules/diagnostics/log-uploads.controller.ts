import { All, Controller, HttpCode, Req, UploadedFiles, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { Public } from '../../operators/index.js';
import { LogUploads, UploadRefusedError } from './logs/log-uploads.service.js';
import type { UploadRequest } from './logs/upload-form.js';
import { nameInUrl, UploadGuard } from './logs/upload-guard.js';
import { UploadRefusals } from './logs/upload-refusals.js';

/**
 * Where stations upload logs: the URL itself is the right to do it, once. By PUT and POST [OCPP 2.0.1 N01.FR.18], as it
 * is or as a form, at the URL itself or with the name of the file behind it. Not in the API document, because nobody but
 * the station that was sent it has use for one.
 */
@ApiExcludeController()
@Public()
@UseFilters(UploadRefusals)
@UseGuards(UploadGuard)
@UseInterceptors(AnyFilesInterceptor())
@Controller('files/logs')
export class LogUploadsController {
  constructor(private readonly uploads: LogUploads) {}

  @All('*path')
  // 200 and not 201: simple stations look for nothing else
  @HttpCode(200)
  async upload(
    @Req() request: UploadRequest,
    @UploadedFiles() files: { received?: number }[] | undefined,
  ): Promise<string> {
    const size = request.is('multipart') ? sizeOf(files) : await this.receive(request);
    return `Received ${size} bytes.\n`;
  }

  private async receive(request: UploadRequest): Promise<number> {
    const content = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
    const abort = (): void => void request.destroy();
    return this.uploads.receive(request.logRequest!, { name: nameInUrl(request), content, abort });
  }
}

function sizeOf(files: { received?: number }[] = []): number {
  const size = files.find(({ received }) => received !== undefined)?.received;
  if (size === undefined) throw new UploadRefusedError(400, 'The form holds no file.');
  return size;
}
