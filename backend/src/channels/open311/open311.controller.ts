/** Open311 GeoReport v2 as a server. Source: the public specification, with what apps and cities do beyond it. */
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { replyTextsIn } from '../../conversations/index.js';
import { GatewayDoor, isSameSecret, type Answer, type Call, type OpenGateway } from '../../gateways/index.js';
import { Anyone, CONFIG, type Config } from '../../platform/index.js';
import { FindRequests } from './find-requests.js';
import { KeepRequest } from './keep-request.js';
import { readPosted, type Posted } from './read-posted.js';
import { readRequest } from './read-request.js';
import { definitionOf, discoveryOf, isService, servicesOf } from './services.js';
import type { ServiceRequest } from './service-request.js';
import { languageFor } from './texts.js';
import { refused, written, type Fault, type Format } from './write-answer.js';

/** A request with everything that its address and headers say. */
interface Asked {
  gateway: OpenGateway;
  call: Call;
  format: Format;
  language: string;
  /** Of the address, without the format. */
  name: string;
  request: FastifyRequest;
}

@ApiExcludeController()
@Controller('gateways/open311/:token')
export class Open311Controller {
  constructor(
    private readonly door: GatewayDoor,
    private readonly find: FindRequests,
    private readonly keepRequest: KeepRequest,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  @Get(':file')
  @Anyone()
  async list(
    @Param('token') token: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(token, file, request, reply, ({ gateway, call, format, language, name }) => {
      if (name === 'services')
        return Promise.resolve(written(format, 'services', servicesOf(gateway.deployment, language)));
      if (name === 'requests') return this.requests(gateway, call.query, format, language);
      if (name !== 'discovery') return Promise.resolve(refused(format, [nothingThere]));
      const url = `${this.config.publicUrl}/gateways/open311/${token}`;
      return Promise.resolve(written(format, 'discovery', discoveryOf(gateway, url)));
    });
  }

  @Get(':folder/:file')
  @Anyone()
  async show(
    @Param('token') token: string,
    @Param('folder') folder: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(token, file, request, reply, async ({ gateway, format, language, name }) => {
      if (folder === 'services') {
        const isKnown = isService(gateway.deployment, name);
        return isKnown ? written(format, 'service_definition', definitionOf(name)) : refused(format, [unknownService]);
      }
      if (folder !== 'requests' && folder !== 'tokens') return refused(format, [nothingThere]);
      const found = await this.find.one(gateway, name, language);
      if (found === null) return { ...refused(format, [unknownRequest]), isPoll: true };
      const { service_request_id: id } = found;
      // Whoever was given an id never needs a token; to ask all the same does no harm.
      return written(format, 'service_requests', [
        folder === 'requests' ? found : { service_request_id: id, token: id },
      ]);
    });
  }

  @Post(':file')
  @Anyone()
  async post(
    @Param('token') token: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(token, file, request, reply, (asked) =>
      asked.name === 'requests' ? this.take(asked) : Promise.resolve(refused(asked.format, [nothingThere])),
    );
  }

  private async open(
    token: string,
    file: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (asked: Asked) => Promise<Answer>,
  ): Promise<void> {
    await this.door.open('open311', token, request, reply, async (gateway, call) => {
      const dot = file.lastIndexOf('.');
      const [name, ending] = [file.slice(0, Math.max(dot, 0)), file.slice(dot + 1)];
      if (ending !== 'xml' && ending !== 'json') return refused('xml', [nothingThere]);
      const language = languageFor(call.headers['accept-language'], gateway.deployment.languages);
      const asked = { gateway, call, format: ending, language, name, request } as const;
      return isOtherJurisdiction(gateway, call.query['jurisdiction_id'])
        ? refused(ending, [unknownJurisdiction])
        : work(asked);
    });
  }

  private async requests(
    gateway: OpenGateway,
    query: Record<string, string>,
    format: Format,
    language: string,
  ): Promise<Answer> {
    const found = await this.find.many(gateway, query, language);
    return isFaulty(found) ? refused(format, found) : written(format, 'service_requests', found);
  }

  private async take({ gateway, call, format, language, request }: Asked): Promise<Answer> {
    const posted = await postedIn(request, call);
    if ('code' in posted) return refused(format, [posted]);
    const { fields, pictures } = posted;
    const one = (name: string): string | undefined => fields.get(name)?.at(-1);
    const { settings, deployment } = gateway;
    if (settings['apiKey'] !== undefined && !isSameSecret(one('api_key'), settings['apiKey']))
      return refused(format, [wrongKey]);
    if (isOtherJurisdiction(gateway, one('jurisdiction_id'))) return refused(format, [unknownJurisdiction]);
    const read = readRequest(fields, pictures.length > 0);
    if (Array.isArray(read)) return refused(format, read);
    if (!isService(deployment, read.serviceCode)) return refused(format, [unknownService]);
    const { id, kind, follow } = await this.keepRequest.keep(gateway, { fields, request: read, pictures });
    const notice = follow === null ? null : replyTextsIn(language).received(follow);
    const content = { service_request_id: id, service_notice: notice, account_id: read.accountId ?? null };
    const shown = { ...Object.fromEntries(fields), pictures: pictures.length };
    return { ...written(format, 'service_requests', [content]), outcome: kind, isPoll: false, shown };
  }
}

const nothingThere: Fault = { code: 404, description: 'There is nothing at this address.' };
const unknownService: Fault = { code: 404, description: 'The service_code was not found.' };
/** Systems ask for years after what they once knew; that is no fault of this gateway. */
const unknownRequest: Fault = { code: 404, description: 'There is no such request.' };
const unknownJurisdiction: Fault = { code: 404, description: 'The jurisdiction_id was not found.' };
const wrongKey: Fault = { code: 403, description: 'The api_key is missing or is not the right one.' };

const isFaulty = (found: ServiceRequest[] | Fault[]): found is Fault[] => found[0] !== undefined && 'code' in found[0];

function isOtherJurisdiction({ settings }: OpenGateway, given: string | undefined): boolean {
  const own = settings['jurisdictionId'];
  return typeof own === 'string' && given !== undefined && given.trim() !== '' && given.trim() !== own;
}

async function postedIn(request: FastifyRequest, call: Call): Promise<Posted | Fault> {
  try {
    return await readPosted(request, call);
  } catch (error) {
    const isLarge = (error as { statusCode?: unknown }).statusCode === 413;
    const description = isLarge ? 'A picture is too large.' : 'The request was cut off or is not a form.';
    return { code: 400, description };
  }
}
