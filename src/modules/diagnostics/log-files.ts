import { applyDecorators, Controller, Get, Injectable, Param, StreamableFile } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { FileStore } from '../../files/file-store.js';
import { RequiresRole } from '../../operators/index.js';
import { LogRequestsService } from './log-requests.service.js';

/** How a route is described that gives a log away. */
export const ApiLogFile = () =>
  applyDecorators(
    ApiOperation({
      summary: 'Download the log that came of a request',
      description: 'Needs the role operator: logs may hold tokens of drivers, and secrets of the station.',
    }),
    ApiProduces('application/octet-stream'),
    ApiOkResponse({ schema: { type: 'string', format: 'binary' } }),
    ApiNotFoundResponse({ description: '`station-unknown`, `log-request-unknown`, `log-file-unknown`' }),
  );

/** Logs as downloads. */
@Injectable()
export class LogFiles {
  constructor(
    private readonly logs: LogRequestsService,
    private readonly files: FileStore,
  ) {}

  /** Never shown by a browser: what a station sends may be any content. Its name holds nothing that needs quoting. */
  async stream(id: string, stationId?: string): Promise<StreamableFile> {
    const { file, name } = await this.logs.file(id, stationId);
    const disposition = `attachment; filename="${name}"`;
    return new StreamableFile(this.files.read(file), {
      type: 'application/octet-stream',
      disposition,
      length: file.size,
    });
  }
}

/** The same file without the station: links to it are shorter. */
@ApiTags('diagnostics')
@Controller('log-requests')
export class LogFilesController {
  constructor(private readonly files: LogFiles) {}

  @Get(':id/file')
  @RequiresRole('operator')
  @ApiLogFile()
  file(@Param('id') id: string): Promise<StreamableFile> {
    return this.files.stream(id);
  }
}
