/** Photos piece by piece, after the core of tus 1.0; the phone names the address. */
import { Readable } from 'node:stream';
import { Body, Controller, Head, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Anyone, invalidInput, notFound } from '../../../platform/index.js';
import { FollowedReports } from '../followed-reports.js';
import { ReportLimit } from '../report-limit.js';
import { TakePiece, type PhotoOf, type Progress } from './take-piece.js';
import { notOctets, pieceType } from './uploads.problems.js';

/** A sender who has fallen silent makes room for the one who comes back. */
const silenceMs = 10_000;

@ApiTags('reports')
@Controller('api/v1/follow/:token/photos/:id')
@Anyone()
export class UploadsController {
  constructor(
    private readonly followed: FollowedReports,
    private readonly pieces: TakePiece,
    private readonly limit: ReportLimit,
  ) {}

  @Head()
  async progress(
    @Param('token') token: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    void reply.header('cache-control', 'no-store');
    await this.limit.count(request, 'piece');
    const progress = await this.pieces.progress(await this.photoOf(token, id));
    if (progress === null) throw notFound('photo');
    tell(reply, progress);
  }

  /** 204 with how far it has come; complete once it was decoded, kept and made part of the report. */
  @Patch()
  @HttpCode(204)
  @ApiConsumes(pieceType)
  async take(
    @Param('token') token: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers() headers: Record<string, string | undefined>,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    void reply.header('cache-control', 'no-store');
    await this.limit.count(request, 'piece');
    if (!(body instanceof Readable)) throw notOctets();
    const offset = wholeOf(headers, 'upload-offset');
    if (offset === null) throw invalidInput([{ pointer: '/upload-offset', detail: 'is needed' }]);
    const length = wholeOf(headers, 'upload-length');
    if (length === 0) throw invalidInput([{ pointer: '/upload-length', detail: 'must be at least 1' }]);
    const size = wholeOf(headers, 'content-length');
    const piece = { offset, length, size, bytes: untilSilent(body) };
    tell(reply, await this.pieces.take(await this.photoOf(token, id), piece));
  }

  private async photoOf(token: string, id: string): Promise<PhotoOf> {
    const { deployment, report } = await this.followed.named(token);
    return { deploymentId: deployment.id, reportId: report.id, photoId: id.toLowerCase() };
  }
}

async function* untilSilent(body: Readable): AsyncGenerator<Buffer> {
  const timer = setTimeout(() => body.destroy(new Error('The sender fell silent.')), silenceMs);
  try {
    for await (const chunk of body) {
      timer.refresh();
      yield chunk as Buffer;
    }
  } finally {
    clearTimeout(timer);
  }
}

/** @throws Problem 422 for what is no whole number */
function wholeOf(headers: Record<string, string | undefined>, name: string): number | null {
  const value = headers[name];
  if (value === undefined) return null;
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw invalidInput([{ pointer: `/${name}`, detail: 'must be a whole number' }]);
}

function tell(reply: FastifyReply, { offset, length, isComplete }: Progress): void {
  void reply.headers({
    'tus-resumable': '1.0.0',
    'upload-offset': String(offset),
    'upload-length': String(length),
    ...(isComplete ? { 'upload-complete': '?1' } : {}),
  });
}
