import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Req,
  UnsupportedMediaTypeException,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiTags,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import type { Request } from 'express';
import type { StoredFile } from '../../files/file-store.js';
import {
  ChangeImage,
  FirmwareImagePage,
  FirmwareImageQuery,
  FirmwareImageView,
  ImageDetails,
} from './dto/firmware-image.dto.js';
import { FirmwareImagesService } from './images/firmware-images.service.js';
import { DiscardsRefused, FormFileUpload } from './images/form-upload.js';

/** The firmware images that stations can be offered. */
@ApiTags('firmware')
@Controller('firmware-images')
export class FirmwareImagesController {
  constructor(private readonly images: FirmwareImagesService) {}

  @Post()
  @UseInterceptors(FormFileUpload, DiscardsRefused)
  @ApiOperation({
    summary: 'Upload a firmware image',
    description:
      'Either the content as it is (`application/octet-stream`) with the details in the query, or a form ' +
      '(`multipart/form-data`) with the content in the field `file` and the details in fields. Name and version are ' +
      'needed. With a signature and its certificate, both are checked, and updates with the image are secure ones.',
  })
  @ApiConsumes('application/octet-stream', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'The content, or a form with it' })
  @ApiCreatedResponse({ type: FirmwareImageView })
  @ApiBadRequestResponse({ description: '`validation-failed`, `checksum-mismatch`, `firmware-signature-invalid`' })
  @ApiPayloadTooLargeResponse({ description: '`file-too-large`: larger than FIRMWARE_MAX_BYTES' })
  @ApiUnsupportedMediaTypeResponse({ description: '`media-type-unsupported`: JSON, for instance' })
  upload(
    @Query() query: ImageDetails,
    @Body() fields: ImageDetails,
    @UploadedFile() file: { stored: StoredFile } | undefined,
    @Req() request: Request,
  ): Promise<FirmwareImageView> {
    if (file) return this.images.add(file.stored, { ...query, ...given(fields) });
    // what the parsers of JSON and forms have read is no image
    if (request.is(['json', '+json', 'urlencoded', 'multipart'])) {
      throw new UnsupportedMediaTypeException(
        'Send the image as application/octet-stream, or as the field "file" of multipart/form-data.',
      );
    }
    return this.images.upload(request, query);
  }

  @Get()
  @ApiOperation({ summary: 'List firmware images, newest first' })
  @ApiOkResponse({ type: FirmwareImagePage })
  list(@Query() query: FirmwareImageQuery): Promise<FirmwareImagePage> {
    return this.images.list(query);
  }

  @Get(':imageId')
  @ApiOperation({ summary: 'Read what is known about a firmware image' })
  @ApiOkResponse({ type: FirmwareImageView })
  @ApiNotFoundResponse({ description: '`firmware-image-unknown`' })
  read(@Param('imageId') imageId: string): Promise<FirmwareImageView> {
    return this.images.read(imageId);
  }

  @Patch(':imageId')
  @ApiOperation({ summary: 'Change what is said about a firmware image, or add its signature' })
  @ApiOkResponse({ type: FirmwareImageView })
  @ApiBadRequestResponse({ description: '`validation-failed`, `firmware-signature-invalid`' })
  @ApiNotFoundResponse({ description: '`firmware-image-unknown`' })
  change(@Param('imageId') imageId: string, @Body() change: ChangeImage): Promise<FirmwareImageView> {
    return this.images.change(imageId, change);
  }

  @Delete(':imageId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a firmware image and its content' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ description: '`firmware-image-unknown`' })
  @ApiConflictResponse({ description: '`firmware-image-in-use`: updates or campaigns with it have not ended' })
  remove(@Param('imageId') imageId: string): Promise<void> {
    return this.images.remove(imageId);
  }
}

const given = (details: ImageDetails): ImageDetails =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
