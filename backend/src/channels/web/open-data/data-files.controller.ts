/** The open data for programs: catalogues, the schema of the columns, and the daily copies. */
import { Controller, Get, Header, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Deployment, InDeployment } from '../../../deployments/index.js';
import {
  DataAddresses,
  dcatCatalogue,
  DumpFolder,
  OpenDataReader,
  projectOpenData,
  schemaDocument,
  sumsFile,
} from '../../../open-data/index.js';
import { Anyone, CLOCK, CONFIG, hasAlready, notFound, type Clock, type Config } from '../../../platform/index.js';

const jsonLd = 'application/ld+json; charset=utf-8';
/** Withdrawn as soon as the deployment withdraws it. */
const cacheControl = 'no-cache';

@ApiExcludeController()
@Controller()
@Anyone()
export class DataFilesController {
  constructor(
    private readonly data: OpenDataReader,
    private readonly folder: DumpFolder,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('data.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', cacheControl)
  async projectOpenData(): Promise<object> {
    return projectOpenData(await this.data.all(), this.config.publicUrl, this.clock.now());
  }

  @Get('data/catalog.jsonld')
  @Header('content-type', jsonLd)
  @Header('cache-control', cacheControl)
  async wholeCatalogue(): Promise<object> {
    const { publicUrl: origin } = this.config;
    const about = { origin, address: `${origin}/data/catalog.jsonld`, title: 'Atesto: open data', by: 'Atesto' };
    return dcatCatalogue(await this.data.all(), about);
  }

  @Get('data/:deployment/catalog.jsonld')
  @Header('content-type', jsonLd)
  @Header('cache-control', cacheControl)
  async catalogue(@InDeployment() deployment: Deployment): Promise<object> {
    const dataSet = await this.data.offered(deployment);
    const { publicUrl: origin } = this.config;
    const { page } = new DataAddresses(origin, deployment.slug);
    const about = {
      origin,
      address: `${page}/catalog.jsonld`,
      title: `${deployment.name}: open data`,
      by: dataSet.offer.publisher,
    };
    return dcatCatalogue([dataSet], about);
  }

  @Get('data/:deployment/schema.json')
  @Header('content-type', 'application/schema+json; charset=utf-8')
  @Header('cache-control', cacheControl)
  async schema(@InDeployment() deployment: Deployment): Promise<object> {
    await this.data.offered(deployment);
    const { page } = new DataAddresses(this.config.publicUrl, deployment.slug);
    return schemaDocument(`${page}/schema.json`);
  }

  @Get('data/:deployment/dumps/:date/:file')
  async dump(
    @InDeployment() deployment: Deployment,
    @Param('date') date: string,
    @Param('file') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // What is not in the list is not there, whatever the path says.
    const dump = (await this.data.dumps(deployment)).find((one) => one.date === date);
    const file = dump?.files.find((one) => one.name === name);
    if (dump === undefined || (file === undefined && name !== sumsFile)) throw notFound('file');
    const etag = `"${file?.sha256 ?? dump.files.map(({ sha256 }) => sha256.slice(0, 16)).join('')}"`;
    void reply.headers({ etag, 'cache-control': cacheControl });
    if (hasAlready(request.headers['if-none-match'], etag)) {
      void reply.code(304).send();
      return;
    }
    const { handle, bytes } = await this.folder.open(deployment.slug, date, file?.name ?? sumsFile);
    void reply
      .header('content-length', bytes)
      .type(file === undefined ? 'text/plain; charset=utf-8' : 'application/gzip')
      .send(handle.createReadStream());
  }
}
