import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, Length, ValidateIf } from 'class-validator';
import { NoControlCharacters } from '../../../common/no-control-characters.js';

/** Which messages of a vendor are accepted. */
export class DeclareVendor {
  /** The ids of those that are accepted; absent: all, also those without an id. Others are answered UnknownMessageId. */
  @ApiPropertyOptional({ type: [String] })
  @ValidateIf((_, messageIds) => messageIds !== undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id))
  @IsString({ each: true })
  @Length(1, 50, { each: true })
  @NoControlCharacters({ each: true })
  messageIds?: string[];
}

/** A vendor whose messages are accepted. */
export class VendorView {
  vendorId: string;

  /** null: all of them. */
  @ApiProperty({ type: [String], nullable: true })
  messageIds: string[] | null;

  @ApiProperty({ type: String, format: 'date-time' })
  changedAt: Date;
}

/** All declared vendors, in the order of their ids. */
export class VendorList {
  @ApiProperty({ type: [VendorView] })
  items: VendorView[];
}
