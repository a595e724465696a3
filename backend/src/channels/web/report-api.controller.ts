/** The report call of the contract: JSON, or multipart with photos. */
import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import { SubmitReport, type ReportReceipt } from '@atesto/contract';
import { nearOf } from '@atesto/frontend/report';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { Intake, membersOnly } from '../../intake/index.js';
import { Anyone, By, CONFIG, Keys, type Access, type Config } from '../../platform/index.js';
import { Media, type KeptMedium } from '../../reports/index.js';
import { mustWait } from './must-wait.js';
import { jsonPart, readMultipart } from './read-multipart.js';
import { readSubmission } from './read-submission.js';
import { ReportLimit } from './report-limit.js';

/** Whether the deployment's policy lets this person report. */
export function refuseStrangers(deployment: Deployment, by: Access): void {
  if (deployment.policy.whoMayReport === 'members' && !by.permissions.has('reports.read')) throw membersOnly();
}

@ApiTags('reports')
@Controller('api/v1/deployments/:deployment/reports')
export class ReportApiController {
  constructor(
    private readonly intake: Intake,
    private readonly media: Media,
    private readonly keys: Keys,
    private readonly limit: ReportLimit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * 201 once durable; 200 with the first answer's body when the same report was here already; 202 when it is durable, but
   * not in the database yet.
   */
  @Post()
  @Anyone()
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiBody({ type: SubmitReport })
  async submit(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportReceipt> {
    refuseStrangers(deployment, by);
    await this.limit.count(request);
    const sent = request.isMultipart() ? await this.multipart(request) : { body, media: [] };
    const submission = readSubmission(sent.body, { near: nearOf(deployment.area), media: sent.media, makeId: uuidv7 });
    const signs = { isTrapped: submission.quarantined === true, formSeconds: null };
    const quarantined = mustWait(deployment.policy, by, signs);
    const { id, isNew, isSpooled } = await this.intake.accept(deployment, { ...submission, quarantined });
    void reply.status(isSpooled === true ? 202 : isNew ? 201 : 200);
    return {
      id,
      status: 'new',
      follow: `${this.config.publicUrl}/follow/${this.keys.followSecret(deployment.id, id)}`,
    };
  }

  private async multipart(request: FastifyRequest): Promise<{ body: unknown; media: KeptMedium[] }> {
    const { fields, uploads } = await readMultipart(request);
    const body = jsonPart(fields);
    const media: KeptMedium[] = [];
    for (const upload of uploads) media.push(await this.media.keep(upload));
    return { body, media };
  }
}
