import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Public } from '../../operators/index.js';
import { readRange } from './downloads/byte-range.js';
import { type Download, DownloadsService } from './downloads/downloads.service.js';

/**
 * Where stations fetch images: the URL itself is the right to it. Not in the API document, because nobody but the
 * station that was sent it has use for one. Express answers HEAD by the same route.
 */
@ApiExcludeController()
@Public()
@Controller('files/firmware')
export class FirmwareDownloadsController {
  constructor(private readonly downloads: DownloadsService) {}

  @Get(':capability/:fileName')
  async fetch(
    @Param('capability') capability: string,
    @Param('fileName') fileName: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const download = await this.downloads.find(capability, fileName);
    // no problem document: it would repeat the URL
    if (download === undefined) return void response.status(404).end();
    if (download === 'gone') return void response.status(410).end();
    await this.answer(download, request, response);
  }

  private async answer(download: Download, request: Request, response: Response): Promise<void> {
    const { file } = download;
    const etag = `"${file.sha256.toString('base64url')}"`;
    response.set({
      'Accept-Ranges': 'bytes',
      'Cache-Control': 'private, no-store',
      'Content-Type': 'application/octet-stream',
      ETag: etag,
      'Last-Modified': file.createdAt.toUTCString(),
    });
    const range = isSame(request.headers['if-range'], etag, file.createdAt)
      ? readRange(request.headers.range, file.size)
      : undefined;
    if (range === 'unsatisfiable') {
      return void response.status(416).set('Content-Range', `bytes */${file.size}`).end();
    }
    const { first, last } = range ?? { first: 0, last: file.size - 1 };
    if (range) response.status(206).set('Content-Range', `bytes ${first}-${last}/${file.size}`);
    response.set('Content-Length', String(last - first + 1));
    if (request.method === 'HEAD') return void response.end();
    // a station that hangs up half-way comes back for the rest
    await pipeline(Readable.from(this.downloads.read(download, { first, last })), response).catch(() => undefined);
  }
}

/** Whether the file is still the one of which a part was fetched before (RFC 9110, 13.1.5). */
function isSame(ifRange: string | string[] | undefined, etag: string, createdAt: Date): boolean {
  return ifRange === undefined || ifRange === etag || ifRange === createdAt.toUTCString();
}
