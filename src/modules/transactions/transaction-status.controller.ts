import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Asked, CommandRoute, type CommandRequest, type CommandView } from '../../commands/index.js';
import { TransactionStatusService } from './transaction-status.service.js';

const DESCRIPTION =
  'TAU asks by itself where messages are missing or a transaction has fallen silent. The answer stands in `response`: ' +
  '`messagesInQueue`, and `ongoingIndicator` of a transaction. OCPP 1.6 has no such question.';

/** E14: what a station says about its transactions. */
@ApiTags('transactions')
@Controller()
export class TransactionStatusController {
  constructor(private readonly service: TransactionStatusService) {}

  @Post('transactions/:id/status')
  @HttpCode(200)
  @CommandRoute({
    summary: 'Ask the station whether a transaction goes on, and whether messages about it still wait there',
    description: `${DESCRIPTION} It is kept in \`completeness\` of the transaction.`,
    problems: [
      [404, '`transaction-unknown`'],
      [409, '`transaction-id-reused`: the station has given its id to a later transaction'],
    ],
  })
  askAbout(@Param('id') id: string, @Asked() asked: CommandRequest): Promise<CommandView> {
    return this.service.askAbout(id, asked);
  }

  @Post('stations/:stationId/transaction-status')
  @HttpCode(200)
  @CommandRoute({
    summary: 'Ask a station whether messages about any transaction still wait there',
    description: DESCRIPTION,
  })
  askStation(@Param('stationId') stationId: string, @Asked() asked: CommandRequest): Promise<CommandView> {
    return this.service.askStation(stationId, asked);
  }
}
