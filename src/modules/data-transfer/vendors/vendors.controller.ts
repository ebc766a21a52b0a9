import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { DeclareVendor, VendorList, VendorView } from '../dto/vendor.dto.js';
import { DeclaredVendors } from './declared-vendors.service.js';

/** Vendors whose messages are accepted. */
@ApiTags('data transfer')
@Controller('data-transfer-vendors')
export class VendorsController {
  constructor(private readonly vendors: DeclaredVendors) {}

  @Get()
  @ApiOperation({ summary: 'List the vendors whose messages are accepted' })
  @ApiOkResponse({ type: VendorList })
  async list(): Promise<VendorList> {
    return { items: await this.vendors.list() };
  }

  @Put(':vendorId')
  @ApiOperation({
    summary: 'Accept the messages of a vendor from now on',
    description:
      'Without it stations hear UnknownVendorId. What they say is stored either way, and listed by ' +
      '`GET /stations/{stationId}/data-transfers`. Letter case of ids does not count.',
  })
  @ApiOkResponse({ type: VendorView })
  @ApiBadRequestResponse({ description: '`validation-failed`' })
  @ApiConflictResponse({ description: '`vendor-handled`: code of TAU answers this vendor; `too-many-vendors`' })
  declare(@Param('vendorId') vendorId: string, @Body() declaration: DeclareVendor): Promise<VendorView> {
    return this.vendors.declare(vendorId, declaration);
  }

  @Delete(':vendorId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Accept the messages of a vendor no longer' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: '`vendor-unknown`' })
  remove(@Param('vendorId') vendorId: string): Promise<void> {
    return this.vendors.remove(vendorId);
  }
}
