import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isDatabaseAway } from '../../../database/database-errors.js';
import { UploadRefusedError } from './log-uploads.service.js';

/**
 * Answers what goes wrong with an upload by a line of text. No problem document: it would repeat the URL, which is a
 * secret, into the logs of the station.
 */
@Catch()
export class UploadRefusals implements ExceptionFilter {
  private readonly logger = new Logger('LogUploads');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    // who has hung up hears nothing
    if (request.destroyed && !request.complete) return void response.destroy();
    const { status, text } = this.answerTo(error);
    if (response.headersSent) return void response.destroy();
    if (status === 503) response.setHeader('Retry-After', '5');
    // what else comes of a refused upload is not waited for
    if (!request.complete) response.setHeader('Connection', 'close');
    response.status(status).type('text/plain').send(`${text}\n`);
  }

  private answerTo(error: unknown): { status: number; text: string } {
    if (error instanceof UploadRefusedError) return { status: error.status, text: error.message };
    if (error instanceof HttpException) return { status: error.getStatus(), text: 'The form cannot be read.' };
    if (isDatabaseAway(error)) return { status: 503, text: 'The upload cannot be stored now. Try again.' };
    this.logger.error(`an upload failed: ${String(error)}`, error instanceof Error ? error.stack : undefined);
    return { status: 500, text: 'The upload failed. Try again.' };
  }
}
