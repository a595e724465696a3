/**
 * OpenRosa 1.0 as ODK Collect and KoboCollect speak it: which forms there are, the form itself, and what was filled in.
 * Source: the public OpenRosa specifications of ODK, and the behaviour of the app's public source.
 */
import { Controller, Get, Head, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { replyTextsIn } from '../../conversations/index.js';
import { GatewayDoor, type Answer, type Call, type OpenGateway } from '../../gateways/index.js';
import { Anyone, CONFIG, type Config } from '../../platform/index.js';
import { KeepInstance } from './keep-instance.js';
import { makeForm } from './make-form.js';
import { emptyManifest, formList, openRosaHeaders, response } from './open-rosa.js';
import { readInstance } from './read-instance.js';
import { readParts, TooLarge, type SubmissionParts } from './read-parts.js';

@ApiExcludeController()
@Controller('gateways/odk/:token')
export class OdkController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly keepInstance: KeepInstance,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get('formList')
  @Anyone()
  async list(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.open(token, request, reply, (gateway, { query }) => {
      const form = makeForm(gateway.deployment);
      const wanted = query['formID'] ?? '';
      const forms = wanted === '' || wanted === form.id ? [form] : [];
      const url = `${this.config.publicUrl}/gateways/odk/${token}/forms`;
      return Promise.resolve(document(formList(forms, url, query['verbose'] === 'true')));
    });
  }

  /** `name` is the form's id with `.xml` behind it. */
  @Get('forms/:name')
  @Anyone()
  async form(
    @Param('token') token: string,
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(token, request, reply, ({ deployment }) => {
      const form = makeForm(deployment);
      return Promise.resolve(name === `${form.id}.xml` ? document(form.xml) : unknownForm());
    });
  }

  @Get('forms/:id/manifest')
  @Anyone()
  async manifest(
    @Param('token') token: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(token, request, reply, ({ deployment }) =>
      Promise.resolve(id === makeForm(deployment).id ? document(emptyManifest) : unknownForm()),
    );
  }

  /** The app asks before it sends. */
  @Head('submission')
  @Anyone()
  async ready(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(token, request, reply, () => Promise.resolve({ status: 204, outcome: 'asked', isPoll: true }));
  }

  @Post('submission')
  @Anyone()
  async submit(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(token, request, reply, (gateway, call) => this.take(gateway, call, request));
  }

  private async open(
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (gateway: OpenGateway, call: Call) => Promise<Answer>,
  ): Promise<void> {
    void reply.headers(openRosaHeaders);
    await this.door.open('odk', token, request, reply, work);
  }

  private async take(gateway: OpenGateway, call: Call, request: FastifyRequest): Promise<Answer> {
    const parts = await partsOf(request);
    if ('status' in parts) return parts;
    const instance = readInstance(parts.form);
    if (typeof instance === 'string') return refused(400, instance);
    const deviceId = (call.query['deviceID'] ?? '').slice(0, 200);
    const form = { bytes: parts.form, instance, attachments: parts.attachments, deviceId };
    const { kind, follow } = await this.keepInstance.keep(gateway, form);
    const { rest, ...fields } = instance;
    const shown = { ...fields, ...rest, files: parts.attachments.length };
    if (kind === 'conflict')
      return { ...refused(409, 'Another form was sent under this instance ID. Send this one as a new form.'), shown };
    const texts = replyTextsIn(call.headers['accept-language'], ...gateway.deployment.languages);
    const message = follow === null ? 'OK' : texts.received(follow);
    return { ...document(response('submit_success', message)), status: 201, outcome: kind, isPoll: false, shown };
  }
}

/** The parts of a submission, or what is answered where there are none. */
async function partsOf(request: FastifyRequest): Promise<SubmissionParts | Answer> {
  try {
    const parts = await readParts(request);
    return typeof parts === 'string' ? refused(400, parts) : parts;
  } catch (error) {
    const isLarge = error instanceof TooLarge || (error as { statusCode?: unknown }).statusCode === 413;
    return isLarge
      ? refused(413, 'The submission is too large.')
      : refused(400, 'The submission was cut off or is no multipart/form-data.');
  }
}

const document = (body: string): Answer => ({
  status: 200,
  type: 'text/xml; charset=utf-8',
  body,
  outcome: 'handed',
  isPoll: true,
});

const refused = (status: number, error: string): Answer => ({
  ...document(response('error', error)),
  status,
  outcome: 'refused',
  error,
  isPoll: false,
});

const unknownForm = (): Answer => refused(404, 'There is no such form.');
