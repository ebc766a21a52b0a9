import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { ApiKey } from './entities/api-key.entity.js';
import { FailedAttempts } from './failed-attempts.js';
import { FirstKeysService } from './first-keys.service.js';
import { OperatorGuard } from './operator.guard.js';

/** Who may use the REST API. Its guard stands before every route of the application. */
@Module({
  imports: [TypeOrmModule.forFeature([ApiKey])],
  controllers: [ApiKeysController],
  providers: [ApiKeysService, FailedAttempts, FirstKeysService, { provide: APP_GUARD, useClass: OperatorGuard }],
  exports: [ApiKeysService],
})
export class OperatorsModule {}
