import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { decodeCursor, pageOf } from '../../../common/pagination.js';
import type { AttributePage, AttributeView, DeviceModelQuery } from '../dto/device-model.dto.js';
import { DeviceVariable } from '../entities/device-variable.entity.js';

const isKey = (text: string): boolean => /^([0-9a-f]{2}){1,32}$/.test(text);
const isText = (text: string): boolean => text.length <= 500 && !text.includes('\0') && text.isWellFormed();

/** What is known of the device models of stations, as operators see it. */
@Injectable()
export class DeviceModelReader {
  constructor(@InjectRepository(DeviceVariable) private readonly variables: Repository<DeviceVariable>) {}

  /** Of a station (surrogate key), by component and variable. */
  async list(
    stationUuid: string,
    { limit, cursor, component, variable, evseId }: DeviceModelQuery,
  ): Promise<AttributePage> {
    const query = this.variables.createQueryBuilder('v').where('v.station_id = :stationUuid', { stationUuid });
    if (component !== undefined) query.andWhere('lower(v.component) = lower(:component)', { component });
    if (variable !== undefined) query.andWhere('lower(v.variable) = lower(:variable)', { variable });
    if (evseId !== undefined) query.andWhere('v.evse_id = :evseId', { evseId });
    const [afterComponent, afterVariable, afterKey] = decodeCursor(cursor, isText, isText, isKey) ?? [];
    if (afterKey !== undefined) {
      query.andWhere(
        `(v.component, v.variable, v.address_key) > (:afterComponent, :afterVariable, decode(:afterKey, 'hex'))`,
        { afterComponent, afterVariable, afterKey },
      );
    }
    const rows = await query
      .orderBy({ 'v.component': 'ASC', 'v.variable': 'ASC', 'v.addressKey': 'ASC' })
      .limit(limit + 1)
      .getMany();
    const { items, nextCursor } = pageOf(rows, limit, (row) => [
      row.component,
      row.variable,
      row.addressKey.toString('hex'),
    ]);
    return { items: items.map(toView), nextCursor };
  }
}

const toView = ({ stationId: _, addressKey: __, attributeType, ...row }: DeviceVariable): AttributeView => ({
  ...row,
  attributeType: attributeType as AttributeView['attributeType'],
});
